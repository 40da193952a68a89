package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits text into words and punctuation as the Penn Treebank does ("did n't", "Iraq 's"). By rule, because the
 * statistical tokenizer leaves contractions whole and takes quadratic time on a long run without spaces.
 */
final class Tokenizer {
    /** The longest run of letters that is taken as one word. */
    private static final int LONGEST_WORD = 60;

    private static final Set<String> CLITICS = Set.of("s", "d", "m", "ll", "re", "ve");

    private Tokenizer() {}

    /** Where the tokens of {@code body} between two indices stand; never empty ones. */
    static List<Span> tokenize(String body, int start, int end) {
        List<Span> tokens = new ArrayList<>();
        int i = start;
        while (i < end) {
            if (isSpace(body.charAt(i))) {
                i++;
            } else {
                int to = wordEnd(body, i, end);
                addWord(body, i, to, tokens);
                i = to;
            }
        }
        return tokens;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int wordEnd(String body, int start, int end) {
        char first = body.charAt(start);
        if (!Character.isLetterOrDigit(first) && !isCurrency(body, start, end)) {
            return markEnd(body, start, end);
        }
        int i = start + 1;
        while (i < end && i - start < LONGEST_WORD) {
            char c = body.charAt(i);
            boolean inner = i + 1 < end && Character.isLetterOrDigit(body.charAt(i + 1));
            if (!Character.isLetterOrDigit(c)
                    && !Character.isSurrogate(c)
                    && c != '%'
                    && !(inner && isJoint(c, body.charAt(i - 1)))
                    && !(c == '.' && isAbbreviation(body, start, i))) {
                break;
            }
            i++;
        }
        return i < end && Character.isLowSurrogate(body.charAt(i)) ? i + 1 : i;
    }

    private static boolean isCurrency(String body, int i, int end) {
        char c = body.charAt(i);
        return (c == '$' || c == '€' || c == '£' || c == '@' || c == '#')
                && i + 1 < end
                && Character.isLetterOrDigit(body.charAt(i + 1));
    }

    private static boolean isJoint(char c, char before) {
        return switch (c) {
            case '-', '\'', '’', '.', '&', '_' -> true;
            case ',', ':', '/' -> Character.isDigit(before);
            default -> false;
        };
    }

    private static boolean isAbbreviation(String body, int start, int dot) {
        return Abbreviations.isAbbreviation(body.substring(start, dot));
    }

    /** Runs of dots and dashes are one mark, other marks stand alone; a surrogate pair is never cut. */
    private static int markEnd(String body, int start, int end) {
        char c = body.charAt(start);
        int i = start + 1;
        if (c == '.' || c == '-') {
            while (i < end && body.charAt(i) == c && i - start < LONGEST_WORD) {
                i++;
            }
        } else if (Character.isHighSurrogate(c) && i < end && Character.isLowSurrogate(body.charAt(i))) {
            i++;
        }
        return i;
    }

    private static void addWord(String body, int start, int end, List<Span> tokens) {
        int cut = clitic(body, start, end);
        if (cut > start && cut < end) {
            tokens.add(new Span(start, cut));
            tokens.add(new Span(cut, end));
        } else {
            tokens.add(new Span(start, end));
        }
    }

    private static int clitic(String body, int start, int end) {
        for (int i = end - 1; i > start && i >= end - 3; i--) {
            char c = body.charAt(i);
            if (c == '\'' || c == '’') {
                String tail = body.substring(i + 1, end).toLowerCase(java.util.Locale.ROOT);
                if (tail.equals("t") && Character.toLowerCase(body.charAt(i - 1)) == 'n') {
                    return i - 1;
                }
                return CLITICS.contains(tail) ? i : -1;
            }
        }
        return -1;
    }
}
