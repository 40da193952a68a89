package org.onrecord.resolution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.onrecord.fact.Fact;
import org.onrecord.fact.FactBuilder;
import org.onrecord.fact.Member;
import org.onrecord.fact.Occurrence;
import org.onrecord.resolution.StatementMessage.Join;
import org.onrecord.resolution.StatementMessage.Leave;
import org.onrecord.resolution.StatementMessage.MemberReport;

/** The leader's side of resolution: keeps the members of a fact and publishes it when a consumer can see a change. */
public final class FactKeeper {
    /** Between member and claim in the keys of {@link StatementStores#memberReports()}; no id contains it. */
    private static final char SEPARATOR = '\u0001';

    private final StatementStores stores;
    private final FactBuilder builder;

    public FactKeeper(StatementStores stores, FactBuilder builder) {
        this.stores = stores;
        this.builder = builder;
    }

    boolean join(String leader, Join join) {
        stores.members().put(leader, join.member(), join.membership());
        return true;
    }

    boolean leave(String leader, Leave leave) {
        List<String> gone = new ArrayList<>();
        stores.memberReports().each(leader, (key, report) -> {
            if (memberOf(key).equals(leave.member())) {
                gone.add(key);
            }
        });
        gone.forEach(key -> stores.memberReports().delete(leader, key));
        stores.members().delete(leader, leave.member());
        return true;
    }

    /** Says whether the fact may look different: not while the member's {@link Join} is still on its way. */
    boolean report(String leader, MemberReport message) {
        String key =
                message.member() + SEPARATOR + message.report().occurrence().claimId();
        if (message.report().live()) {
            stores.memberReports().put(leader, key, message.report());
        } else {
            stores.memberReports().delete(leader, key);
        }
        return stores.members().get(leader, message.member()).isPresent();
    }

    void refresh(String leader, Outbox out) {
        Optional<Fact> fact = builder.build(leader, members(leader));
        StatementState self = stores.statement(leader).orElseThrow();
        String digest = fact.map(FactKeeper::digest).orElse("");
        if (!digest.equals(self.published())) {
            stores.put(self.published(digest));
            out.publish(leader, fact);
        }
    }

    private List<Member> members(String leader) {
        Map<String, List<Occurrence>> live = new TreeMap<>();
        stores.memberReports()
                .each(leader, (key, report) -> live.computeIfAbsent(memberOf(key), member -> new ArrayList<>())
                        .add(report.occurrence()));
        List<Member> members = new ArrayList<>();
        stores.members()
                .each(
                        leader,
                        (member, membership) -> members.add(new Member(
                                member,
                                membership.relation(),
                                membership.text(),
                                membership.values(),
                                live.getOrDefault(member, List.of()))));
        return members;
    }

    private static String memberOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    /** A fact is a record of records, lists and numbers, whose text form shows all that a consumer can see. */
    private static String digest(Fact fact) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(fact.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
