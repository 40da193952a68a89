package org.onrecord.fact;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.onrecord.statement.Quantity;
import org.onrecord.statement.Relation;

/** The members of a test's fact. */
final class Told {
    static final String LEADER = "s1";

    private Told() {}

    static Fact fact(Member... members) {
        return fact(Families.NONE, members);
    }

    static Fact fact(Families families, Member... members) {
        return new FactBuilder(families).build(LEADER, List.of(members)).orElseThrow();
    }

    static Member leader(Saying... sayings) {
        return member(LEADER, Relation.SAME, sayings);
    }

    static Member member(String id, Relation relation, Saying... sayings) {
        return new Member(id, relation, "statement " + id, List.of(), occurrences(sayings));
    }

    /** A statement of so many dead; it agrees with the leader exactly when it is told so. */
    static Member dead(String id, int toll, boolean agrees, Saying... sayings) {
        return valued(id, new SlotValue(0, new Quantity(BigDecimal.valueOf(toll), "person", false), agrees), sayings);
    }

    static Member valued(String id, SlotValue value, Saying... sayings) {
        Relation relation = value.agrees() ? Relation.SAME : Relation.VALUE;
        return new Member(id, relation, "statement " + id, List.of(value), occurrences(sayings));
    }

    static Member worded(String id, String normalised, Saying... sayings) {
        return new Member(id, Relation.SAME, normalised, List.of(), occurrences(sayings));
    }

    private static List<Occurrence> occurrences(Saying... sayings) {
        return Arrays.stream(sayings).map(Saying::occurrence).toList();
    }
}
