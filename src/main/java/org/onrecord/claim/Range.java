package org.onrecord.claim;

/** Tokens of a unit, from {@code from} (inclusive) to {@code to} (exclusive). May be empty. */
record Range(int from, int to) {
    boolean isEmpty() {
        return to <= from;
    }

    boolean contains(int token) {
        return from <= token && token < to;
    }

    boolean contains(Range other) {
        return from <= other.from && other.to <= to;
    }

    boolean overlaps(Range other) {
        return from < other.to && other.from < to;
    }

    /** What both have in common; empty when that is nothing. */
    Range within(Range other) {
        return new Range(Math.max(from, other.from), Math.min(to, other.to));
    }

    Range shifted(int by) {
        return new Range(from + by, to + by);
    }
}
