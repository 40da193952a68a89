package org.onrecord.statement;

import java.util.Arrays;

/** How surely two names that stand in the same place of two sentences are names of two, in ascending order. */
enum Rivals {
    /** They are no rivals. */
    NONE(0),
    /** What they are of is not known: "Creighton" may be the Bluejays. */
    MAYBE(1),
    /** One is a full name, the other could be a surname. */
    LIKELY(2),
    /** Both are full names, or both of countries. */
    SURE(3);

    private static final int LONG = 8;
    private static final int SLIPS = 2;

    private final int rank;

    Rivals(int rank) {
        this.rank = rank;
    }

    /** From 0 of {@link #NONE} to 3. */
    int rank() {
        return rank;
    }

    /** Of two names in lower case that do not agree. */
    static Rivals of(String one, String other) {
        boolean nation = Nations.of(one).isPresent();
        boolean otherNation = Nations.of(other).isPresent();
        if (nation && otherNation) {
            return SURE;
        }
        if (isMisspelt(one, other)) {
            return NONE;
        }
        if (nation || otherNation || isPlain(one) || isPlain(other)) {
            return MAYBE;
        }
        boolean both = isFull(one) && isFull(other);
        return both ? SURE : isFull(one) || isFull(other) ? LIKELY : MAYBE;
    }

    private static boolean isFull(String name) {
        return name.indexOf(' ') > 0;
    }

    /** Whether it ends as no person's name does: "Betty Ford Center", "General Electric Co". */
    private static boolean isPlain(String name) {
        String[] words = name.split(" ", -1);
        return Arrays.stream(words).skip(Math.max(0, words.length - 2)).anyMatch(Words::isEveryday);
    }

    private static boolean isMisspelt(String one, String other) {
        return Math.min(one.length(), other.length()) >= LONG && distance(one, other) <= SLIPS;
    }

    /** Levenshtein's distance. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int swap = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
