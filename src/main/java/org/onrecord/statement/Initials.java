package org.onrecord.statement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first letters of a text's words, which an acronym may be made of. Immutable. */
final class Initials {
    /** Two letters are found in too many texts: "ukrainian soldiers" spells "us". */
    private static final int FEWEST_LETTERS = 3;

    private static final int MOST_LETTERS = 6;

    private final char[] letters;
    private final BitSet named = new BitSet();
    private final BitSet function = new BitSet();

    /**
     * Of a text in lower case.
     *
     * @param words no empty ones
     * @param names of one word or more, in lower case
     */
    Initials(String[] words, List<String> names) {
        Set<String> ofNames = new HashSet<>();
        names.forEach(name -> ofNames.addAll(Arrays.asList(name.split(" ", -1))));
        letters = new char[words.length];
        for (int i = 0; i < words.length; i++) {
            letters[i] = words[i].charAt(0);
            named.set(i, ofNames.contains(words[i]));
            function.set(i, Words.isFunction(words[i]));
        }
    }

    /**
     * Whether words that follow each other begin with the letters of a short name, as do those of "Bureau of Alcohol,
     * Tobacco and Firearms" with "atf". One of them must belong to a name.
     */
    boolean spell(String name) {
        if (name.length() < FEWEST_LETTERS || name.length() > MOST_LETTERS || name.indexOf(' ') >= 0) {
            return false;
        }
        for (int from = named.isEmpty() ? letters.length : 0; from < letters.length; from++) {
            if (spell(name, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean spell(String name, int from) {
        int found = 0;
        boolean ofName = false;
        for (int i = from; i < letters.length && found < name.length(); i++) {
            if (letters[i] == name.charAt(found)) {
                found++;
                ofName |= named.get(i);
            } else if (i == from || !function.get(i)) {
                return false;
            }
        }
        return ofName && found == name.length();
    }
}
