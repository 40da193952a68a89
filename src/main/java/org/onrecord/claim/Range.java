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
}
