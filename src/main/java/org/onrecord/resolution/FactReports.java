package org.onrecord.resolution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.onrecord.fact.Occurrence;

/**
 * The live reports of a leader's members, kept so that taking one in or out costs the same however many there are: the
 * reports, their {@link Chorus}es, and two orders of time, one over all of them, newest first, and one for each chorus.
 */
final class FactReports {
    /** Between the parts of keys; no id contains it. */
    private static final char SEPARATOR = '\u0001';

    private static final String NEWEST = "n";
    private static final String WITHIN = "w";

    private final StatementStores stores;

    FactReports(StatementStores stores) {
        this.stores = stores;
    }

    /** A report and whose it is. */
    record Owned(String member, Occurrence occurrence) {}

    /** Takes in how a report stands; says whether that changes anything. */
    boolean take(String leader, String member, Report report) {
        String key = member + SEPARATOR + report.occurrence().claimId();
        Optional<Report> known = stores.memberReports().get(leader, key);
        if (report.live() ? known.equals(Optional.of(report)) : known.isEmpty()) {
            return false;
        }
        known.ifPresent(old -> remove(leader, key, old.occurrence()));
        if (report.live()) {
            add(leader, key, report);
        }
        return true;
    }

    void forget(String leader, String member) {
        for (String key : stores.memberReports().keys(leader, member + SEPARATOR, Integer.MAX_VALUE)) {
            remove(
                    leader,
                    key,
                    stores.memberReports().get(leader, key).orElseThrow().occurrence());
        }
    }

    /** The newest reports first, at most {@code limit}. */
    List<Owned> newest(String leader, int limit) {
        return stores.timeline().keys(leader, NEWEST, limit).stream()
                .map(key -> report(leader, key))
                .toList();
    }

    /** Whose the chorus or report is that stands under {@code key}. */
    static String memberOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    private void add(String leader, String key, Report report) {
        Occurrence occurrence = report.occurrence();
        String chorus = chorus(key, occurrence);
        stores.memberReports().put(leader, key, report);
        stores.timeline().put(leader, newest(occurrence, key), key);
        stores.timeline().put(leader, within(chorus, occurrence), key);
        Optional<Chorus> known = stores.choruses().get(leader, chorus);
        stores.choruses()
                .put(leader, chorus, known.map(c -> c.with(occurrence)).orElseGet(() -> Chorus.of(occurrence)));
    }

    private void remove(String leader, String key, Occurrence occurrence) {
        String chorus = chorus(key, occurrence);
        stores.memberReports().delete(leader, key);
        stores.timeline().delete(leader, newest(occurrence, key));
        stores.timeline().delete(leader, within(chorus, occurrence));
        int left = stores.choruses().get(leader, chorus).orElseThrow().count() - 1;
        String prefix = WITHIN + chorus + SEPARATOR;
        List<String> first = stores.timeline().keys(leader, prefix, 1);
        if (first.isEmpty()) {
            stores.choruses().delete(leader, chorus);
        } else {
            Occurrence earliest = report(leader, first.get(0)).occurrence();
            Occurrence latest = report(
                            leader, stores.timeline().lastKey(leader, prefix).orElseThrow())
                    .occurrence();
            stores.choruses().put(leader, chorus, new Chorus(left, earliest, latest));
        }
    }

    private Owned report(String leader, String timelineKey) {
        String key = stores.timeline().get(leader, timelineKey).orElseThrow();
        return new Owned(
                memberOf(key),
                stores.memberReports().get(leader, key).orElseThrow().occurrence());
    }

    private static String newest(Occurrence occurrence, String key) {
        return NEWEST
                + sortable(Long.MAX_VALUE - time(occurrence))
                + SEPARATOR
                + occurrence.claimId()
                + SEPARATOR
                + memberOf(key);
    }

    private static String within(String chorus, Occurrence occurrence) {
        return WITHIN + chorus + SEPARATOR + sortable(time(occurrence)) + SEPARATOR + occurrence.claimId();
    }

    /** Times before the year 200,000,000 and as long ago. */
    private static long time(Occurrence occurrence) {
        return Math.max(
                Long.MIN_VALUE / 2, Math.min(Long.MAX_VALUE / 2, occurrence.at().toEpochMilli()));
    }

    private static String sortable(long number) {
        return String.format("%016x", number ^ Long.MIN_VALUE);
    }

    /** A voice is a record of strings and names, whose text form shows all of it. */
    private static String chorus(String key, Occurrence occurrence) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(occurrence.voice().toString().getBytes(StandardCharsets.UTF_8));
            return memberOf(key) + SEPARATOR + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
