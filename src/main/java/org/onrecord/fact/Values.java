package org.onrecord.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onrecord.statement.Quantity;

/**
 * The values that a fact's quantity has and had, and how they stand to each other. The quantity is the first one in
 * which the live members differ, or else the first that any of them gives.
 */
final class Values {
    /** The most telling number first: exact before hedged, with more digits, with a unit, newest. */
    private static final Comparator<Report> CLEAREST = Comparator.comparing(
                    (Report r) -> r.quantity().hedged())
            .thenComparing(r -> r.quantity().value().stripTrailingZeros().precision(), Comparator.reverseOrder())
            .thenComparing(r -> r.quantity().unit().isBlank())
            .thenComparing(Report::at, Comparator.reverseOrder())
            .thenComparing(r -> r.occurrence().claimId())
            .thenComparing(r -> r.quantity().value())
            .thenComparing(r -> r.quantity().unit());

    private final Optional<Slot> slot;
    private final Origins origins;
    private final TreeMap<BigDecimal, List<Report>> reports;
    private final History history;
    private final Optional<BigDecimal> current;

    Values(Optional<Member> leader, List<Voice> voices, Origins origins) {
        this.origins = origins;
        List<Voice> outright = voices.stream().filter(Voice::outright).toList();
        slot = slot(leader, outright);
        reports = slot.map(s -> outright.stream()
                        .flatMap(voice -> report(s, voice).stream())
                        .collect(Collectors.groupingBy(Report::value, TreeMap::new, Collectors.toList())))
                .orElseGet(TreeMap::new);
        history = new History(reports.values().stream().flatMap(List::stream).toList());
        current = history.current();
    }

    /** Whether a claim asserts the current value, or keeps silent where there is but one. */
    boolean backsCurrent(Voice voice) {
        Optional<BigDecimal> value = value(voice);
        return voice.asserts() && (value.isPresent() ? value.equals(current) : reports.size() <= 1);
    }

    /** Whether a claim gives the quantity, and a value that is not the current one. */
    boolean isAboutAnother(Voice voice) {
        return value(voice).isPresent() && !value(voice).equals(current);
    }

    /** Current first, then rivals, then earlier ones, newest first. */
    List<FactValue> list() {
        List<FactValue> values = new ArrayList<>();
        reports.forEach((value, given) -> values.add(describe(value, given)));
        values.sort(Comparator.comparing(FactValue::standing)
                .thenComparing(FactValue::at, Comparator.reverseOrder())
                .thenComparing(v -> new BigDecimal(v.value())));
        return values;
    }

    private FactValue describe(BigDecimal value, List<Report> given) {
        Quantity quantity = given.stream().min(CLEAREST).orElseThrow().quantity();
        return new FactValue(
                quantity.value().stripTrailingZeros().toPlainString(),
                Optional.of(quantity.unit()).filter(unit -> !unit.isBlank()),
                given.stream().map(Report::at).max(Comparator.naturalOrder()).orElseThrow(),
                standing(value, given),
                List.copyOf(origins.of(given.stream().map(Report::occurrence).toList())));
    }

    private ValueStanding standing(BigDecimal value, List<Report> given) {
        if (current.equals(Optional.of(value))) {
            return ValueStanding.CURRENT;
        }
        Set<String> currentAuthorities = authorities(reports.get(current.orElseThrow()));
        return given.stream().anyMatch(report -> keepsTo(report, currentAuthorities))
                ? ValueStanding.RIVAL
                : ValueStanding.EARLIER;
    }

    /** Only another named authority makes a rival, and only one that spoke last, or against an authority. */
    private boolean keepsTo(Report report, Set<String> currentAuthorities) {
        if (!report.authority() || !history.stand(report.origin()).equals(Optional.of(report.value()))) {
            return false;
        }
        boolean againstAnother = currentAuthorities.stream().anyMatch(other -> !other.equals(report.origin()));
        return againstAnother || report.at().isAfter(history.first(current.orElseThrow()));
    }

    private static Set<String> authorities(Collection<Report> given) {
        return given.stream().filter(Report::authority).map(Report::origin).collect(Collectors.toSet());
    }

    private Optional<BigDecimal> value(Voice voice) {
        return slot.flatMap(s -> s.value(voice.member()));
    }

    private Optional<Report> report(Slot s, Voice voice) {
        Occurrence occurrence = voice.occurrence();
        return s.quantity(voice.member())
                .map(given -> new Report(
                        s.value(voice.member()).orElseThrow(),
                        given.quantity(),
                        occurrence,
                        origins.of(occurrence),
                        origins.authority(occurrence),
                        origins.carrier(occurrence)));
    }

    private static Optional<Slot> slot(Optional<Member> leader, List<Voice> outright) {
        Map<String, Member> byId = new TreeMap<>();
        outright.forEach(voice -> byId.put(voice.member().statementId(), voice.member()));
        Collection<Member> members = byId.values();
        Set<Integer> indices = new TreeSet<>();
        members.forEach(member -> member.values().forEach(value -> indices.add(value.slot())));
        Slot lowest = null;
        for (int index : indices) {
            Slot candidate = new Slot(index, leader, members);
            if (lowest == null) {
                lowest = candidate;
            }
            long distinct = members.stream()
                    .flatMap(m -> candidate.value(m).stream())
                    .distinct()
                    .count();
            if (distinct > 1) {
                return Optional.of(candidate);
            }
        }
        return Optional.ofNullable(lowest);
    }
}
