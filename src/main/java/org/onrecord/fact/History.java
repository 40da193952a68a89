package org.onrecord.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who gave which value first, and who still repeats an old one.
 *
 * <p>A report lags when it repeats what has been replaced: since its value was first given, another was, and its
 * publisher had not given that one yet. For a named authority only the values that it gave itself count: a late paper
 * that quotes the ministry's first toll does not take the ministry back to it. Outlets in their own voice and unnamed
 * sources lag behind whatever anybody gave. A publisher that did give the newer value and returns to the older one
 * does not lag: it corrects.
 */
final class History {
    private final Map<String, Map<BigDecimal, Instant>> byOrigin = new HashMap<>();
    private final Map<String, Map<BigDecimal, Instant>> byCarrier = new HashMap<>();
    private final Map<BigDecimal, Instant> byAnybody = new HashMap<>();
    private final List<Report> standing;
    private final Map<String, Report> stands = new HashMap<>();

    History(Collection<Report> reports) {
        for (Report report : reports) {
            note(byAnybody, report);
            note(byOrigin.computeIfAbsent(report.origin(), o -> new HashMap<>()), report);
            note(byCarrier.computeIfAbsent(report.carrier(), c -> new HashMap<>()), report);
        }
        standing = reports.stream().filter(report -> !lags(report)).toList();
        standing.forEach(report -> stands.merge(report.origin(), report, this::latest));
    }

    /** The latest value that does not lag; of two given at the same time the one first given later. */
    Optional<BigDecimal> current() {
        return standing.stream()
                .max(Comparator.comparing(Report::at).thenComparing(Report::value, newer(byAnybody)))
                .map(Report::value);
    }

    /** The value that {@code origin} keeps to. */
    Optional<BigDecimal> stand(String origin) {
        return Optional.ofNullable(stands.get(origin)).map(Report::value);
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

    private boolean lags(Report report) {
        Map<BigDecimal, Instant> scope = report.authority() ? byOrigin.get(report.origin()) : byAnybody;
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
