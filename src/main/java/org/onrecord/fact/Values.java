package org.onrecord.fact;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onrecord.statement.Quantity;

/**
 * The values that a fact's quantity has and had, and how they stand to each other. The quantity is one in
 * which members differ, live or not: what has changed is what is news. Of several it is the one that most live members
 * give, and of those the first; how old somebody is only where there is no other.
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

    /** By then a publisher has heard of what others reported. */
    private static final Duration OVERTAKEN = Duration.ofHours(12);

    private final Optional<Slot> slot;
    private final Origins origins;
    private final Stances stances;
    private final TreeMap<BigDecimal, List<Report>> reports;
    private final History history;
    private final Set<String> given = new HashSet<>();
    private final Optional<BigDecimal> current;

    /** @param worded the members whose words say what the fact says, live or not */
    Values(Optional<Member> leader, List<Member> worded, List<Voice> voices, Origins origins) {
        this.origins = origins;
        List<Voice> outright = voices.stream().filter(Voice::outright).toList();
        slot = slot(leader, worded, outright);
        stances = new Stances(voices, this::value, origins);
        reports = slot.map(s -> outright.stream()
                        .filter(stances::stands)
                        .flatMap(voice -> report(s, voice).stream())
                        .collect(Collectors.groupingBy(Report::value, TreeMap::new, Collectors.toList())))
                .orElseGet(TreeMap::new);
        outright.stream()
                .filter(voice -> value(voice).isPresent() && origins.authority(voice.occurrence()))
                .forEach(voice -> given.add(key(voice)));
        history = new History(reports.values().stream().flatMap(List::stream).toList());
        current = history.current();
    }

    /** Whether a claim is on the side on which its origin stands now. */
    boolean stands(Voice voice) {
        return stances.stands(voice);
    }

    /** Whether a claim asserts the current value, or keeps silent where there is but one. */
    boolean backsCurrent(Voice voice) {
        Optional<BigDecimal> value = value(voice);
        return voice.asserts()
                && stances.stands(voice)
                && (value.isPresent() ? value.equals(current) : reports.size() <= 1);
    }

    /** Whether a claim gives the quantity, and a value that is not the current one. */
    boolean isAboutAnother(Voice voice) {
        return value(voice).isPresent() && current.isPresent() && !value(voice).equals(current);
    }

    /** Whether a named source denies a value that it has given. */
    boolean takesBack(Voice voice) {
        return !voice.asserts() && given.contains(key(voice));
    }

    /** Current first, then rivals, then earlier ones, newest first; of one time the least first. */
    List<FactValue> list() {
        List<FactValue> values = new ArrayList<>();
        reports.forEach((value, given) -> values.add(describe(value, given)));
        values.sort(Comparator.comparing(FactValue::standing).thenComparing(FactValue::at, Comparator.reverseOrder()));
        return values;
    }

    private FactValue describe(BigDecimal value, List<Report> given) {
        Quantity quantity = given.stream().min(CLEAREST).orElseThrow().quantity();
        return new FactValue(
                quantity.text(),
                Optional.of(quantity.unit()).filter(unit -> !unit.isBlank() && !unit.equals(Quantity.SCORE)),
                given.stream().map(Report::at).max(Comparator.naturalOrder()).orElseThrow(),
                standing(value, given),
                List.copyOf(origins.of(given.stream().map(Report::occurrence).toList())));
    }

    private ValueStanding standing(BigDecimal value, List<Report> given) {
        if (current.equals(Optional.of(value))) {
            return ValueStanding.CURRENT;
        }
        return given.stream().anyMatch(this::isRival) ? ValueStanding.RIVAL : ValueStanding.EARLIER;
    }

    /**
     * Only another named authority makes a rival, and only one that kept to its own after the authority behind the
     * current value had spoken: officials who give one figure after another do not dispute each other.
     */
    private boolean isRival(Report report) {
        Optional<BigDecimal> stand = history.stand(report.origin());
        if (!report.authority() || !stand.equals(Optional.of(report.value()))) {
            return false;
        }
        BigDecimal now = current.orElseThrow();
        Set<String> others = authorities(reports.get(now));
        others.remove(report.origin());
        return others.isEmpty()
                ? report.at().isAfter(history.first(now))
                : others.stream().anyMatch(other -> keepsTo(report, other));
    }

    /** Who reports both, or repeats the one so long after the other, has not merely missed the other. */
    private boolean keepsTo(Report report, String other) {
        return !report.at().isBefore(history.brought(report.carrier(), other))
                || !report.at().isBefore(history.began(other).plus(OVERTAKEN));
    }

    private static Set<String> authorities(Collection<Report> given) {
        return given.stream()
                .filter(Report::authority)
                .map(Report::origin)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The value that a claim speaks of. */
    Optional<BigDecimal> value(Voice voice) {
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

    private String key(Voice voice) {
        return origins.of(voice.occurrence()) + '\n' + value(voice);
    }

    private static Optional<Slot> slot(Optional<Member> leader, List<Member> worded, List<Voice> outright) {
        Map<String, Member> live = new TreeMap<>();
        outright.forEach(voice -> live.put(voice.member().statementId(), voice.member()));
        Set<Integer> indices = new TreeSet<>();
        live.values().forEach(member -> member.values().forEach(value -> indices.add(value.slot())));
        return indices.stream()
                .map(index -> new Slot(index, leader, live.values()))
                .max(Comparator.comparing((Slot s) -> s.distinct(worded) > 1)
                        .thenComparing(s -> !s.isAge())
                        .thenComparing(s -> s.givenBy(live.values()))
                        .thenComparing(Slot::index, Comparator.reverseOrder()));
    }
}
