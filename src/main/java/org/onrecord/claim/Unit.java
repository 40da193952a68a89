package org.onrecord.claim;

import java.util.BitSet;
import java.util.List;

/**
 * A sentence, or several that one quotation holds together, ready to be searched for attributions.
 *
 * @param tokens in order
 * @param quoted whether each token is within quotation marks, the marks included
 * @param sentenceStarts indices of tokens that begin a sentence, the first token's included
 */
record Unit(String body, List<Token> tokens, BitSet quoted, List<Integer> sentenceStarts) {
    int size() {
        return tokens.size();
    }

    /** The token at an index; beyond either end a full stop, so that rules need not ask for the ends. */
    Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : END;
    }

    boolean isQuoted(int i) {
        return i >= 0 && quoted.get(i);
    }

    boolean isQuoteMark(int i) {
        return i >= 0
                && i < tokens.size()
                && quoted.get(i)
                && tokens.get(i).end() - tokens.get(i).start() == 1
                && (Quotations.isMark(tokens.get(i).text().charAt(0))
                        || tokens.get(i).text().equals("’"));
    }

    boolean hasVerb(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
            if (tokens.get(i).isVerb()) {
                return true;
            }
        }
        return false;
    }

    Span span(Range range) {
        return new Span(
                tokens.get(range.from()).start(), tokens.get(range.to() - 1).end());
    }

    String text(Range range) {
        Span span = span(range);
        return body.substring(span.start(), span.end());
    }

    /** The range without punctuation at its ends; quotation marks stay when asked for. */
    Range trim(Range range, boolean keepQuotes) {
        int from = range.from();
        int to = range.to();
        while (from < to && isTrimmed(from, keepQuotes)) {
            from++;
        }
        while (to > from && isTrimmed(to - 1, keepQuotes)) {
            to--;
        }
        return new Range(from, to);
    }

    private boolean isTrimmed(int i, boolean keepQuotes) {
        Token token = tokens.get(i);
        if (isQuoteMark(i)) {
            return !keepQuotes;
        }
        return !token.isWord() && !token.text().matches("[$€£@#(].*");
    }

    private static final Token END = new Token(0, 1, ".", ".", "PUNCT");
}
