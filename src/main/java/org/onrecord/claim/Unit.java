package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.onrecord.claim.tagger.FactMarks;
import org.onrecord.claim.tagger.Passage;
import org.onrecord.claim.tagger.Role;

/**
 * Sentences of one paragraph, ready to be searched for attributions.
 *
 * @param tokens in order
 * @param quoted whether each token is within quotation marks, the marks included
 * @param sentenceStarts indices of tokens that begin a sentence, the first token's included
 * @param hints what the rules take each token for; none before they are asked
 * @param rules what the rules find, whole: where attributions are nested a token has several parts
 * @param facts where facts begin; none before that is asked
 */
record Unit(
        String body,
        List<Token> tokens,
        BitSet quoted,
        List<Integer> sentenceStarts,
        List<Role> hints,
        List<Hint> rules,
        FactMarks facts) {
    int size() {
        return tokens.size();
    }

    /** This unit and one that follows it in its paragraph. */
    Unit and(Unit next) {
        List<Token> all = new ArrayList<>(tokens);
        all.addAll(next.tokens);
        BitSet marks = (BitSet) quoted.clone();
        next.quoted.stream().forEach(i -> marks.set(size() + i));
        List<Integer> starts = new ArrayList<>(sentenceStarts);
        next.sentenceStarts.forEach(i -> starts.add(size() + i));
        List<Role> allHints = new ArrayList<>(hints);
        allHints.addAll(next.hints);
        List<Hint> allRules = new ArrayList<>(rules);
        next.rules.forEach(hint -> allRules.add(hint.shifted(size())));
        return new Unit(body, all, marks, starts, allHints, allRules, FactMarks.NONE);
    }

    Unit withTokens(List<Token> others) {
        return new Unit(body, others, quoted, sentenceStarts, hints, rules, facts);
    }

    /** The same, with where facts begin. */
    Unit marked(FactMarks found) {
        return new Unit(body, tokens, quoted, sentenceStarts, hints, rules, found);
    }

    /** The same, with what the rules find in it, and what they take each token for. */
    Unit hinted(List<Hint> found) {
        Role[] roles = new Role[size()];
        Arrays.fill(roles, Role.NONE);
        for (Hint hint : found) {
            hint.content().forEach(part -> fill(roles, part, hint.cue(), Role.CONTENT_BEFORE, Role.CONTENT_AFTER));
        }
        for (Hint hint : found) {
            hint.source().ifPresent(source -> fill(roles, source, hint.cue(), Role.SOURCE_BEFORE, Role.SOURCE_AFTER));
            fill(roles, hint.cue(), hint.cue(), Role.CUE, Role.CUE);
        }
        return new Unit(body, tokens, quoted, sentenceStarts, List.of(roles), List.copyOf(found), facts);
    }

    private static void fill(Role[] roles, Range part, Range cue, Role before, Role after) {
        Arrays.fill(roles, part.from(), Math.min(part.to(), roles.length), part.from() < cue.from() ? before : after);
    }

    /** The sentences, in order; together all tokens. */
    List<Range> sentences() {
        List<Range> sentences = new ArrayList<>();
        for (int i = 0; i < sentenceStarts.size(); i++) {
            int to = i + 1 < sentenceStarts.size() ? sentenceStarts.get(i + 1) : size();
            sentences.add(new Range(sentenceStarts.get(i), to));
        }
        return sentences;
    }

    /** The sentence in which a token stands. */
    Range sentenceOf(int token) {
        int from = 0;
        for (int start : sentenceStarts) {
            if (start > token) {
                return new Range(from, start);
            }
            from = start;
        }
        return new Range(from, size());
    }

    /** What the tagger sees. */
    Passage passage() {
        BitSet starts = new BitSet(size());
        sentenceStarts.forEach(starts::set);
        return new Passage(
                tokens.stream().map(Token::text).toList(),
                tokens.stream().map(Token::lower).toList(),
                tokens.stream().map(Token::tag).toList(),
                quoted,
                starts,
                hints);
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

    /** Whether a verb stands in a range that makes a sentence of it, and not one as in "the price set by the board". */
    boolean hasPredicate(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
            if (at(i).isVerb() && !NounPhrases.isReducedRelative(this, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of some words in lower case stands in the range. */
    boolean has(Range range, Set<String> words) {
        for (int i = range.from(); i < range.to(); i++) {
            if (words.contains(at(i).lower())) {
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
