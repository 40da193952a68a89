package org.onrecord.fact;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onrecord.statement.Quantity;

/**
 * One quantity of a fact: which value each member gives it. Equal numbers are one value, and so are a hedged or
 * rounded number and the exact one it agrees with. A hedge that would agree with several exact values is one of its
 * own, or "about 20" would make 19 and 21 the same.
 */
final class Slot {
    private static final Comparator<SlotValue> FIRST = Comparator.comparing((SlotValue v) -> !v.agrees())
            .thenComparing(v -> v.quantity().value())
            .thenComparing(v -> v.quantity().hedged());

    private final int index;
    private final Optional<BigDecimal> leaders;
    private final boolean leaderHedges;
    private final boolean age;
    private final Optional<BigDecimal> meantByHedge;
    private final Map<String, Optional<BigDecimal>> values = new HashMap<>();

    Slot(int index, Optional<Member> leader, Collection<Member> asserting) {
        this.index = index;
        Optional<SlotValue> own = leader.flatMap(this::quantity);
        this.leaders = own.map(v -> number(v.quantity().value()));
        this.leaderHedges = own.filter(v -> v.quantity().hedged()).isPresent();
        this.age = asserting.stream()
                .flatMap(member -> quantity(member).stream())
                .anyMatch(v -> v.quantity().unit().equals(Quantity.AGE));
        Set<BigDecimal> exact = asserting.stream()
                .flatMap(member -> quantity(member).stream())
                .filter(v -> v.agrees() && !v.quantity().hedged())
                .map(v -> number(v.quantity().value()))
                .collect(Collectors.toCollection(TreeSet::new));
        this.meantByHedge = exact.size() == 1 ? exact.stream().findFirst() : Optional.empty();
    }

    int index() {
        return index;
    }

    /** Whether it is how old somebody is, which is seldom what a fact is about. */
    boolean isAge() {
        return age;
    }

    /** How many values the members give. */
    long distinct(Collection<Member> members) {
        return members.stream().flatMap(m -> value(m).stream()).distinct().count();
    }

    /** How many of the members give a value. */
    long givenBy(Collection<Member> members) {
        return members.stream().filter(m -> quantity(m).isPresent()).count();
    }

    /** The member's own quantity in this slot. */
    Optional<SlotValue> quantity(Member member) {
        return member.values().stream().filter(v -> v.slot() == index).min(FIRST);
    }

    /** The value that the member gives, the same for all that mean the same. */
    Optional<BigDecimal> value(Member member) {
        return values.computeIfAbsent(
                member.statementId(), id -> quantity(member).map(this::meaning));
    }

    private BigDecimal meaning(SlotValue given) {
        BigDecimal own = number(given.quantity().value());
        if (!given.agrees() || leaders.isEmpty()) {
            return own;
        }
        if (!leaderHedges) {
            return leaders.get();
        }
        return given.quantity().hedged() || own.compareTo(leaders.get()) == 0
                ? meantByHedge.orElse(leaders.get())
                : own;
    }

    /** Without trailing zeros, so that equal numbers are equal objects. */
    private static BigDecimal number(BigDecimal value) {
        return value.stripTrailingZeros();
    }
}
