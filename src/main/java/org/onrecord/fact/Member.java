package org.onrecord.fact;

import java.util.List;
import org.onrecord.statement.Relation;

/**
 * A statement on a fact, with its live claims.
 *
 * @param relation to the leader's statement; {@link Relation#SAME} for the leader itself
 * @param normalisedText equal in two members, or in two outlets of one, when they carry the same words
 * @param values its quantities that align with the leader's; for the leader itself all of its own
 * @param occurrences its live claims, in any order
 */
public record Member(
        String statementId,
        Relation relation,
        String normalisedText,
        List<SlotValue> values,
        List<Occurrence> occurrences) {
    public Member {
        values = List.copyOf(values);
        occurrences = List.copyOf(occurrences);
        if (relation == Relation.NONE) {
            throw new IllegalArgumentException(
                    "a statement that is no match of the leader's is no member: " + statementId);
        }
    }
}
