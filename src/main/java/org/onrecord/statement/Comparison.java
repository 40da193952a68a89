package org.onrecord.statement;

import java.util.List;

/**
 * What comparing two sketches a and b gives.
 *
 * @param score strength of the relation in basis points, 0 to 10,000; symmetric in a and b
 * @param slots which quantity of a fills the same slot as which of b, ascending by {@code a}
 */
public record Comparison(Relation relation, int score, List<Slot> slots) {
    public Comparison {
        slots = List.copyOf(slots);
    }

    /**
     * Two quantities in the same slot.
     *
     * @param a index into the quantities of the first sketch
     * @param b index into those of the second
     * @param agree whether they give the same value, hedges and rounding allowed for
     */
    public record Slot(int a, int b, boolean agree) {}
}
