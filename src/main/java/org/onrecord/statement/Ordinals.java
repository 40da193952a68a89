package org.onrecord.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads ordinals, which tell one thing from its neighbours: "the second blast" is not the first. */
final class Ordinals {
    private static final List<String> WORDS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");
    private static final Set<String> BEFORE = Set.of("the", "a", "its", "his", "her", "their", "this");

    private Ordinals() {}

    /** In figures ("2nd") if token {@code at} is one; "first" and the like only where they stand before a noun. */
    static Optional<String> read(List<Token> tokens, int at) {
        String word = tokens.get(at).lower();
        if (isOrdinal(word)) {
            return Optional.of(word);
        }
        int index = WORDS.indexOf(word);
        boolean inPhrase = at > 0
                && BEFORE.contains(tokens.get(at - 1).lower())
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Token.Kind.WORD)
                && !Words.isFunction(tokens.get(at + 1).lower());
        return index >= 0 && inPhrase ? Optional.of((index + 1) + ending(index + 1)) : Optional.empty();
    }

    /** Whether a stem is one that {@link #read} made. */
    static boolean isOrdinal(String stem) {
        return Character.isDigit(stem.isEmpty() ? ' ' : stem.charAt(0)) && stem.matches("\\d{1,3}(?:st|nd|rd|th)");
    }

    private static String ending(int number) {
        return switch (number) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
