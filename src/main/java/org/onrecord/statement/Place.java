package org.onrecord.statement;

import java.util.Set;

/**
 * Where in a text a name stands, by hashes of words beside it; 0 of none.
 *
 * @param wordBefore the word before it, whatever it is
 * @param wordAfter the word after it
 * @param before the nearest word before it that tells something, with the prepositions between: "fired", "fire near"
 * @param after the word after it that tells something, where no more than auxiliaries stand between
 */
record Place(int wordBefore, int wordAfter, int before, int after) {
    static final Place NOWHERE = new Place(0, 0, 0, 0);

    /** Words that come and go with the wording. */
    private static final Set<String> SLIGHT =
            Set.of("a an the his her its their is are was were be been being has have had will would".split(" ", -1));
    /** "An Australian man" is no other than "an Australian". */
    private static final Set<String> PERSONS =
            Set.of("man", "men", "woman", "women", "people", "citizen", "citizens", "national", "nationals");

    private static final Set<String> AT = Set.of("in", "at", "near", "outside");
    private static final int NEAR = 4;

    /** The place of what fills {@code words} from {@code start} to before {@code end}. */
    static Place of(String[] words, int start, int end) {
        return new Place(
                start > 0 ? words[start - 1].hashCode() : 0,
                end < words.length ? words[end].hashCode() : 0,
                before(words, start),
                after(words, end));
    }

    private static int before(String[] words, int start) {
        StringBuilder between = new StringBuilder();
        for (int i = start - 1; i >= 0 && i >= start - NEAR; i--) {
            if (!Words.isFunction(words[i])) {
                return (Words.concept(words[i]) + between).hashCode();
            }
            between.append(SLIGHT.contains(words[i]) ? "" : AT.contains(words[i]) ? " at" : ' ' + words[i]);
        }
        return 0;
    }

    private static int after(String[] words, int end) {
        for (int i = end; i < words.length && i < end + NEAR; i++) {
            if (!SLIGHT.contains(words[i]) && !PERSONS.contains(words[i])) {
                return Words.isFunction(words[i]) ? 0 : Words.concept(words[i]).hashCode();
            }
        }
        return 0;
    }

    /** The place of a name that only "and" or a comma parts from the one of {@code next}: the same words follow both. */
    Place before(Place next) {
        return new Place(wordBefore, wordAfter, before, next.after);
    }

    /** Whether the same telling words stand before or after both. */
    boolean isLike(Place other) {
        return (before != 0 && before == other.before) || (after != 0 && after == other.after);
    }

    /** Whether the same word, whatever it tells, stands before or after both. */
    boolean touchesLike(Place other) {
        return (wordBefore != 0 && wordBefore == other.wordBefore) || (wordAfter != 0 && wordAfter == other.wordAfter);
    }
}
