package org.onrecord.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.statement.Quantity;
import org.onrecord.statement.Relation;

/**
 * "No one is missing" after "seven workers are missing" is a number, and not a denial: the count has come down to none.
 * That holds where the fact counts one thing only, and the words have no number of their own.
 */
final class Zero {
    private static final Pattern NOBODY = Pattern.compile("^(?:no one|no-one|nobody|none)\\b");

    private Zero() {}

    /** The members, those that count none as a value of the leader's quantity. */
    static List<Member> in(String leaderId, List<Member> members) {
        Optional<SlotValue> counted = members.stream()
                .filter(member -> member.statementId().equals(leaderId))
                .map(Member::values)
                .filter(values -> values.size() == 1)
                .map(values -> values.get(0))
                .findFirst();
        return counted.map(value -> members.stream()
                        .map(member -> countsNone(member) ? none(member, value) : member)
                        .toList())
                .orElse(members);
    }

    private static boolean countsNone(Member member) {
        return member.relation() == Relation.OPPOSITE
                && member.values().isEmpty()
                && NOBODY.matcher(member.normalisedText()).find();
    }

    private static Member none(Member member, SlotValue counted) {
        Quantity none = new Quantity(BigDecimal.ZERO, counted.quantity().unit(), false);
        return new Member(
                member.statementId(),
                Relation.VALUE,
                member.normalisedText(),
                List.of(new SlotValue(counted.slot(), none, false)),
                member.occurrences());
    }
}
