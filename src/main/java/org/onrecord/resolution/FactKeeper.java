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
    private final StatementStores stores;
    private final FactBuilder builder;
    private final FactReports reports;

    public FactKeeper(StatementStores stores, FactBuilder builder) {
        this.stores = stores;
        this.builder = builder;
        this.reports = new FactReports(stores);
    }

    boolean join(String leader, Join join) {
        stores.members().put(leader, join.member(), join.membership());
        return true;
    }

    boolean leave(String leader, Leave leave) {
        reports.forget(leader, leave.member());
        stores.members().delete(leader, leave.member());
        return true;
    }

    /** Says whether the fact may look different: not while the member's {@link Join} is still on its way. */
    boolean report(String leader, MemberReport message) {
        return reports.take(leader, message.member(), message.report())
                && stores.members().get(leader, message.member()).isPresent();
    }

    void refresh(String leader, Outbox out) {
        Optional<Fact> fact = build(leader);
        StatementState self = stores.statement(leader).orElseThrow();
        String digest = fact.map(FactKeeper::digest).orElse("");
        if (!digest.equals(self.published())) {
            stores.put(self.published(digest));
            out.publish(leader, fact);
        }
    }

    /** Costs as much as there are members and voices, and not as there are reports. */
    private Optional<Fact> build(String leader) {
        Map<String, Membership> members = new TreeMap<>();
        stores.members().each(leader, members::put);
        Map<String, List<Occurrence>> voices = new TreeMap<>();
        int[] counts = new int[2];
        stores.choruses().each(leader, (key, chorus) -> {
            String member = FactReports.memberOf(key);
            counts[members.containsKey(member) ? 0 : 1] += chorus.count();
            List<Occurrence> own = voices.computeIfAbsent(member, id -> new ArrayList<>());
            own.add(chorus.earliest());
            if (chorus.count() > 1) {
                own.add(chorus.latest());
            }
        });
        Map<String, List<Occurrence>> newest = new TreeMap<>();
        int unjoined = counts[1];
        reports.newest(leader, FactBuilder.LISTED + unjoined)
                .forEach(owned -> newest.computeIfAbsent(owned.member(), id -> new ArrayList<>())
                        .add(owned.occurrence()));
        return builder.build(leader, members(members, voices), members(members, newest), counts[0]);
    }

    private static List<Member> members(
            Map<String, Membership> memberships, Map<String, List<Occurrence>> occurrences) {
        List<Member> members = new ArrayList<>();
        memberships.forEach((member, membership) -> members.add(new Member(
                member,
                membership.relation(),
                membership.text(),
                membership.values(),
                occurrences.getOrDefault(member, List.of()))));
        return members;
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
