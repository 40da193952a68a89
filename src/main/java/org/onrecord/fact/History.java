package org.onrecord.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who gave which value first, and who still repeats an old one.
 *
 * <p>A report lags when it repeats what has been replaced: since its value was first given, another was, and its
 * publisher had not given that one yet. What authorities give is replaced by authorities only: a late paper that
 * quotes the ministry's first toll does not take the ministry back to it, nor does a fire chief's of an hour ago
 * replace the minister's. Outlets in their own voice and unnamed
 * sources lag behind whatever anybody gave. A publisher that did give the newer value and returns to the older one
 * does not lag: it corrects.
 */
final class History {
    private final Map<String, Map<BigDecimal, Instant>> byOrigin = new HashMap<>();
    private final Map<String, Map<BigDecimal, Instant>> byCarrier = new HashMap<>();
    private final Map<BigDecimal, Instant> byAnybody = new HashMap<>();
    private final Map<BigDecimal, Instant> byAuthorities = new HashMap<>();
    private final Map<String, Instant> byBoth = new HashMap<>();
    private final List<Report> standing;
    private final Map<String, Report> stands = new HashMap<>();

    History(Collection<Report> reports) {
        for (Report report : reports) {
            note(byAnybody, report);
            byBoth.merge(report.carrier() + '\n' + report.origin(), report.at(), (a, b) -> a.isBefore(b) ? a : b);
            if (report.authority()) {
                note(byAuthorities, report);
            }
            note(byOrigin.computeIfAbsent(report.origin(), o -> new HashMap<>()), report);
            note(byCarrier.computeIfAbsent(report.carrier(), c -> new HashMap<>()), report);
        }
        standing = reports.stream()
                .filter(report -> !lags(report, report.authority() ? byAuthorities : byAnybody))
                .toList();
        reports.stream()
                .filter(report -> !lags(report, report.authority() ? byOrigin.get(report.origin()) : byAnybody))
                .forEach(report -> stands.merge(report.origin(), report, this::latest));
    }

    /** The latest value that does not lag; of two given at the same time an authority's, and the one first given later. */
    Optional<BigDecimal> current() {
        Map<BigDecimal, Instant> firsts = new HashMap<>(byAnybody);
        firsts.putAll(byAuthorities);
        return standing.stream()
                .max(Comparator.comparing(Report::at)
                        .thenComparing(Report::authority)
                        .thenComparing(Report::value, newer(firsts)))
                .map(Report::value);
    }

    /** The value that {@code origin} keeps to. */
    Optional<BigDecimal> stand(String origin) {
        return Optional.ofNullable(stands.get(origin)).map(Report::value);
    }

    /** When a publisher first carried any value that {@code origin} gave; at no time if it never did. */
    Instant brought(String carrier, String origin) {
        return byBoth.getOrDefault(carrier + '\n' + origin, Instant.MAX);
    }

    /** When {@code origin} first gave any value. */
    Instant began(String origin) {
        return Collections.min(byOrigin.get(origin).values());
    }

    /** When anybody first gave {@code value}. */
    Instant first(BigDecimal value) {
        return byAnybody.get(value);
    }

    private Report latest(Report a, Report b) {
        return Comparator.comparing(Report::at)
                                .thenComparing(Report::value, newer(byOrigin.get(a.origin())))
                                .compare(a, b)
                        >= 0
                ? a
                : b;
    }

    private boolean lags(Report report, Map<BigDecimal, Instant> scope) {
        Map<BigDecimal, Instant> known = byCarrier.get(report.carrier());
        Instant first = scope.get(report.value());
        return scope.entrySet().stream()
                .anyMatch(other -> other.getValue().isAfter(first)
                        && other.getValue().isBefore(report.at())
                        && !known.getOrDefault(other.getKey(), Instant.MAX).isBefore(report.at()));
    }

    private static Comparator<BigDecimal> newer(Map<BigDecimal, Instant> firsts) {
        return Comparator.comparing((BigDecimal value) -> firsts.get(value)).thenComparing(Comparator.naturalOrder());
    }

    private static void note(Map<BigDecimal, Instant> firsts, Report report) {
        firsts.merge(report.value(), report.at(), (a, b) -> a.isBefore(b) ? a : b);
    }
}
