package org.onrecord.fact;

import java.util.List;
import java.util.function.Predicate;
import org.onrecord.claim.Stance;

/**
 * Which of two opposite propositions a fact states. It is the leader's as long as a live claim asserts that in so
 * many words. Once only the opposite is still asserted ("nobody was hurt", after "ten were hurt" was withdrawn), the
 * fact states the opposite, for a key that is present stands. Where only denials are left, it states what they deny.
 */
final class Sides {
    private Sides() {}

    /** @param opposite whether the fact {@linkplain #statesTheOpposite states the opposite} of its leader's words */
    static List<Voice> voices(List<Member> members, boolean opposite) {
        return members.stream()
                .flatMap(member -> member.occurrences().stream()
                        .map(occurrence -> Voice.of(member, occurrence, isOpposite(member) == opposite)))
                .toList();
    }

    static boolean statesTheOpposite(List<Member> members) {
        Predicate<Member> opposite = Sides::isOpposite;
        if (any(members, opposite.negate(), true)) {
            return false;
        }
        return any(members, opposite, true) || !any(members, opposite.negate(), false);
    }

    private static boolean any(List<Member> members, Predicate<Member> side, boolean outright) {
        return members.stream()
                .filter(side)
                .flatMap(member -> member.occurrences().stream())
                .anyMatch(occurrence -> !outright || occurrence.stance() == Stance.ASSERTS);
    }

    static boolean isOpposite(Member member) {
        return switch (member.relation()) {
            case SAME, VALUE -> false;
            case OPPOSITE -> true;
            case NONE -> throw new IllegalStateException("no member: " + member.statementId());
        };
    }
}
