package org.onrecord.statement;

/** Compares sketches. Integer arithmetic only: the same answer on every machine. Safe to share between threads. */
public interface Matcher {
    /**
     * How {@code a} and {@code b} stand to each other, {@link Relation#NONE} where the score is below the fact
     * threshold; swapping them swaps only the slots' sides.
     */
    Comparison compare(Sketch a, Sketch b);

    /** The score at or over which two statements are candidates for one fact, in basis points. */
    int linkThreshold();

    /**
     * The score that a statement must reach on average with those of a fact, in basis points; at most the link
     * threshold.
     */
    int factThreshold();
}
