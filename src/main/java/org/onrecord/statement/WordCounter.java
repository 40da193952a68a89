package org.onrecord.statement;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts in how many sentences of news each stem stands: the table behind {@link Words#weight}. */
public final class WordCounter {
    private static final int LEAST = 4;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])[\"”’)]?\\s+(?=[\"“‘(]?\\p{Lu})|\\n+");

    private final Map<String, long[]> counts = new TreeMap<>();
    private long sentences;

    /** Counts the sentences of one article. */
    public void add(String body) {
        for (String sentence : SENTENCE.split(body, -1)) {
            List<Token> tokens = Token.of(sentence);
            if (tokens.size() > 3) {
                sentences++;
                add(tokens);
            }
        }
    }

    private void add(List<Token> tokens) {
        Set<String> seen = new HashSet<>();
        for (Token token : tokens) {
            if (token.is(Token.Kind.WORD)) {
                String stem = Words.stem(token.lower());
                long[] count = counts.computeIfAbsent(stem, s -> new long[3]);
                count[0] += seen.add(stem) ? 1 : 0;
                count[1]++;
                count[2] += token.capital() && !token.first() ? 0 : 1;
            }
        }
    }

    /** One stem a line: ten times the natural logarithm of one over its share, at most {@link Words#RARE}. */
    public void write(PrintWriter out) {
        counts.forEach((stem, count) -> {
            if (count[0] >= LEAST) {
                long weight = StrictMath.round(10 * StrictMath.log((double) sentences / count[0]));
                boolean everyday = 2 * count[2] > count[1];
                out.println(stem + '\t' + Math.max(1, Math.min(Words.RARE - 1, weight)) + '\t' + (everyday ? 1 : 0));
            }
        });
    }
}
