package org.onrecord.claim.tagger;

/** What a word looks like, without knowing it. */
final class Endings {
    private static final int LONGEST_SHAPE = 6;

    private Endings() {}

    /** A word without the endings of English verbs and plurals; forms of one verb mostly become one. */
    static String strip(String lower) {
        String stem = lower;
        if (stem.length() > 5 && stem.endsWith("ing")) {
            stem = stem.substring(0, stem.length() - 3);
        } else if (stem.length() > 4 && (stem.endsWith("ed") || stem.endsWith("es"))) {
            stem = stem.substring(0, stem.length() - 2);
        } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    /** Kinds of characters without repetition: "Xx" for a capitalised word, "d.d" for a decimal. */
    static String shape(String word) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        for (int i = 0; i < word.length() && shape.length() < LONGEST_SHAPE; i++) {
            char c = word.charAt(i);
            char kind = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
            if (kind != last) {
                shape.append(kind);
            }
            last = kind;
        }
        return shape.toString();
    }
}
