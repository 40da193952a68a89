package org.onrecord.statement;

/** Compares sketches. Integer arithmetic only: the same answer on every machine. Safe to share between threads. */
public interface Matcher {
    /**
     * How {@code a} and {@code b} stand to each other, {@link Relation#NONE} where the score is below the root
     * threshold; swapping them swaps only the slots' sides.
     */
    Comparison compare(Sketch a, Sketch b);

    /** The score at or over which two statements are candidates for one fact, in basis points. */
    int linkThreshold();

    /** The score that a member must reach against its fact's leader, in basis points; at most the link threshold. */
    int rootThreshold();
}
