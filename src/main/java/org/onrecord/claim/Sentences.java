package org.onrecord.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells where a sentence may begin, so that a boundary of {@link SentenceDetector} after "Sen.", "Gov." or "Jan." is not
 * taken for one.
 */
final class Sentences {
    private static final Set<String> HOURS = Set.of("a.m.", "p.m.");

    private Sentences() {}

    /** Whether word {@code i} begins a sentence, given the words before it. */
    static boolean begins(String body, List<Span> words, int i) {
        if (i == 0) {
            return true;
        }
        Span word = words.get(i);
        if (words.get(i - 1).end() == word.start() || !canBegin(body, word)) {
            return false;
        }
        int last = i - 1;
        while (last > 0 && isCloser(body, words.get(last)) && i - last < 4) {
            last--;
        }
        return endsSentence(body, words.get(last)) || (last == i - 1 && isHour(body, words.get(last), word));
    }

    /** "It opened at 9 a.m. Power came back", but not "9 a.m. EST" and "9 a.m. Tuesday". */
    private static boolean isHour(String body, Span word, Span next) {
        String follows = body.substring(next.start(), next.end());
        return HOURS.contains(body.substring(word.start(), word.end()).toLowerCase(Locale.ROOT))
                && Character.isUpperCase(follows.charAt(0))
                && !follows.equals(follows.toUpperCase(Locale.ROOT))
                && !follows.endsWith("day");
    }

    private static boolean canBegin(String body, Span word) {
        int first = body.codePointAt(word.start());
        return Character.isUpperCase(first)
                || Character.isDigit(first)
                || (Character.isLetter(first) && !Character.isLowerCase(first))
                || Quotations.isMark((char) first)
                || first == '\''
                || first == '`'
                || first == '('
                || first == '$'
                || first == '€'
                || first == '£';
    }

    private static boolean isCloser(String body, Span word) {
        char c = body.charAt(word.start());
        return word.end() - word.start() == 1
                && (c == '"' || c == '”' || c == '’' || c == '\'' || c == ')' || c == '»' || c == ']');
    }

    private static boolean endsSentence(String body, Span word) {
        char first = body.charAt(word.start());
        // "U.S." and "Jan." keep their stops, so what stands alone is a full stop.
        return first == '.' || first == '!' || first == '?' || first == '…' || first == '。' || first == '؟';
    }
}
