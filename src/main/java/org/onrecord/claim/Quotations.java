package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the quotations of a paragraph. One that is not closed runs to the paragraph's end, as it does by convention
 * when the next paragraph goes on with it.
 */
final class Quotations {
    /**
     * A quotation.
     *
     * @param start index of the opening mark
     * @param end index after the closing mark, or the paragraph's end
     * @param closed whether it has a closing mark
     */
    record Quotation(int start, int end, boolean closed) {
        boolean contains(int index) {
            return start <= index && index < end;
        }
    }

    private Quotations() {}

    /** In order, not overlapping; marks inside a quotation belong to it. */
    static List<Quotation> find(String body, int from, int to) {
        List<Quotation> found = new ArrayList<>();
        int lastClosing = lastClosing(body, from, to);
        int open = -1;
        char close = 0;
        for (int i = from; i < to; i++) {
            char c = body.charAt(i);
            if (open < 0) {
                close = closing(body, i, from, to, lastClosing);
                open = close == 0 ? -1 : i;
            } else if (isClosing(c, close, body, i, to)) {
                found.add(new Quotation(open, i + 1, true));
                open = -1;
            }
        }
        if (open >= 0 && close != '’' && close != '\'') {
            found.add(new Quotation(open, to, false));
        }
        return found;
    }

    static boolean isMark(char c) {
        return "\"“”„«»‘‚‹›「」『』".indexOf(c) >= 0;
    }

    /** The mark that closes what index {@code i} opens, or 0 when it opens nothing. */
    private static char closing(String body, int i, int from, int to, int lastClosing) {
        boolean startsWord = (i == from || !Character.isLetterOrDigit(body.charAt(i - 1)))
                && i + 1 < to
                && !Tokenizer.isSpace(body.charAt(i + 1));
        if (!startsWord) {
            return 0;
        }
        return switch (body.charAt(i)) {
            case '"' -> '"';
            case '“' -> '”';
            case '„' -> '“';
            case '«' -> '»';
            case '»' -> '«';
            case '‘' -> '’';
            case '‚' -> '‘';
            case '‹' -> '›';
            case '›' -> '‹';
            case '「' -> '」';
            case '『' -> '』';
            case '\'', '`' -> straight(body, i, from, lastClosing);
            default -> 0;
        };
    }

    /** An apostrophe opens a quotation only before a capital, and where one ends later as quoted sentences do: "Yes,' ". */
    private static char straight(String body, int i, int from, int lastClosing) {
        boolean doubled = i > from && body.charAt(i - 1) == body.charAt(i);
        return i < lastClosing && (doubled || Character.isUpperCase(body.charAt(i + 1))) ? '\'' : 0;
    }

    /** The last apostrophe of a paragraph that may end a quotation, or -1. */
    private static int lastClosing(String body, int from, int to) {
        int i = to - 1;
        while (i > from && !isClosingStraight(body, i, to)) {
            i--;
        }
        return i > from ? i : -1;
    }

    private static boolean isClosingStraight(String body, int i, int to) {
        return body.charAt(i) == '\'' && ",.!?".indexOf(body.charAt(i - 1)) >= 0 && endsWord(body, i, to);
    }

    private static boolean endsWord(String body, int i, int to) {
        return i + 1 == to || !Character.isLetterOrDigit(body.charAt(i + 1));
    }

    private static boolean isClosing(char c, char close, String body, int i, int to) {
        boolean endsWord = endsWord(body, i, to);
        return switch (close) {
            case '"' -> c == '"' && endsWord;
            case '’' -> c == '’' && endsWord;
            case '\'' -> isClosingStraight(body, i, to);
            // A quotation opened with a curly mark is now and then closed with a straight one.
            default -> c == close || (c == '"' && endsWord);
        };
    }
}
