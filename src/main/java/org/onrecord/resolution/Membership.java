package org.onrecord.resolution;

import java.util.List;
import org.onrecord.fact.SlotValue;
import org.onrecord.statement.Relation;

/**
 * How a member stands to its fact's leader.
 *
 * @param values the member's quantities that fill a slot of the leader's
 * @param text the member's normalised content
 */
public record Membership(Relation relation, List<SlotValue> values, String text) {
    public Membership {
        values = List.copyOf(values);
    }
}
