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
        int open = -1;
        char close = 0;
        for (int i = from; i < to; i++) {
            char c = body.charAt(i);
            if (open < 0) {
                close = closing(body, i, from, to);
                open = close == 0 ? -1 : i;
            } else if (isClosing(c, close, body, i, to)) {
                found.add(new Quotation(open, i + 1, true));
                open = -1;
            }
        }
        if (open >= 0 && close != '’') {
            found.add(new Quotation(open, to, false));
        }
        return found;
    }

    static boolean isMark(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»' || c == '‘';
    }

    /** The mark that closes what index {@code i} opens, or 0 when it opens nothing. */
    private static char closing(String body, int i, int from, int to) {
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
            case '‘' -> '’';
            default -> 0;
        };
    }

    private static boolean isClosing(char c, char close, String body, int i, int to) {
        boolean endsWord = i + 1 == to || !Character.isLetterOrDigit(body.charAt(i + 1));
        return switch (close) {
            case '"' -> c == '"' && endsWord;
            case '’' -> c == '’' && endsWord;
            // A quotation opened with a curly mark is now and then closed with a straight one.
            default -> c == close || (c == '"' && endsWord);
        };
    }
}
