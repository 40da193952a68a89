package org.onrecord.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one text into {@link Content}: a pass over its tokens, used once. */
final class Normaliser {
    /** What a sketch holds of each kind; a text with more is no sentence. */
    private static final int MOST = 64;

    /** Parts what is numbered from its number, in the stem of "Warehouse 9". */
    static final char LABEL = '#';

    private static final int LONGEST = 4000;
    private static final int SCOPE = 3;
    private static final Set<String> NEGATIONS = Set.of(
            "no",
            "not",
            "never",
            "nobody",
            "nothing",
            "none",
            "neither",
            "nor",
            "without",
            "unless",
            "deny",
            "denies",
            "denied",
            "denying",
            "cannot",
            "decline",
            "declines",
            "declined",
            "declining",
            "refuse",
            "refuses",
            "refused",
            "refusing",
            "fail",
            "fails",
            "failed",
            "failing");
    private static final Set<String> BOUNDS = Set.of(
            "more",
            "fewer",
            "less",
            "later",
            "longer",
            "only",
            "just",
            "earlier",
            "until",
            "wonder",
            "doubt",
            "surprisingly",
            "but");
    private static final Set<String> ENDING =
            Set.of("in", "at", "on", "by", "from", "for", "with", "to", "into", "after", "before", "during", "since");
    private static final Set<String> FUTURE =
            Set.of("will", "would", "next", "shall", "due", "upcoming", "until", "before");

    private final List<Token> tokens;
    private final Optional<LocalDate> published;
    private final boolean ahead;
    private final Names names;
    private final StringBuilder text = new StringBuilder();
    private final List<String> lemmas = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();
    private final List<String> negated = new ArrayList<>();
    private int scope;
    /** Whether what negates here is of a noun only: "without its licence plates in Virginia". */
    private boolean ofNoun;

    private Normaliser(List<Token> tokens, Optional<LocalDate> published) {
        this.tokens = tokens;
        this.published = published;
        this.ahead = tokens.stream().anyMatch(t -> FUTURE.contains(t.lower()));
        this.names = new Names(tokens);
    }

    /**
     * The content of {@code text}.
     *
     * @param published day to resolve relative dates against; where there is none they stay relative
     */
    static Content read(String text, Optional<LocalDate> published) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new Normaliser(Token.of(head), published).content();
    }

    /** How many words of normalised text negate. */
    static int negations(String[] words) {
        int count = 0;
        boolean neither = false;
        for (int i = 0; i < words.length; i++) {
            String behind = i + 1 < words.length ? words[i + 1] : "";
            boolean second = neither && words[i].equals("nor");
            count += negates(words[i], behind) && !BOUNDS.contains(behind) && !second ? 1 : 0;
            neither |= words[i].equals("neither");
        }
        return count;
    }

    private static boolean negates(String word, String behind) {
        return NEGATIONS.contains(word)
                || (behind.equals("to") && (word.equals("yet") || word.equals("failure") || word.equals("refusal")));
    }

    /** What {@link #read} leaves unread of a text too long. */
    static String beyond(String text) {
        return text.length() > LONGEST ? text : "";
    }

    private Content content() {
        int at = 0;
        while (at < tokens.size()) {
            at = step(at);
        }
        return new Content(
                text.toString(), head(lemmas), head(names.found()), head(quantities), head(dates), head(negated()));
    }

    private int step(int at) {
        Optional<Dates.Read> date = Dates.read(tokens, at, published, ahead);
        if (date.isPresent()) {
            write(date.get().date());
            boolean names = tokens.get(date.get().next() - 1).possessive();
            dates.add(names ? Dates.naming(date.get().date()) : date.get().date());
            return date.get().next();
        }
        Optional<Numbers.Read> number = Numbers.read(tokens, at);
        if (number.isPresent()) {
            Quantity quantity = number.get().quantity();
            boolean former = Former.is(tokens, at, number.get().next(), quantity.unit());
            quantities.add(new Quantity(quantity.value(), quantity.unit(), quantity.hedged(), former));
            write(
                    quantity.unit().equals(Quantity.SCORE)
                            ? quantity.text()
                            : quantity.value().toPlainString());
            if (quantity.unit().equals("%") || quantity.unit().matches("usd|eur|gbp")) {
                write(quantity.unit());
            }
            return number.get().next();
        }
        word(at);
        return at + 1;
    }

    private void word(int at) {
        Token token = tokens.get(at);
        String lower = token.lower();
        if (token.is(Token.Kind.STOP)) {
            scope = 0;
        } else if (!token.is(Token.Kind.SIGN)) {
            write(lower);
            String behind = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
            if (negates(lower, behind)) {
                scope = BOUNDS.contains(behind) ? 0 : SCOPE;
                ofNoun = lower.equals("no") || lower.equals("without");
            } else if (!Words.isFunction(lower) || names.covers(at)) {
                String stem = stem(at, lower);
                lemmas.add(stem);
                if (scope > 0) {
                    negated.add(stem);
                    scope--;
                }
            } else if (scope < SCOPE && ofNoun && ENDING.contains(lower)) {
                scope = 0;
            }
        }
    }

    /** What the text negates and says nowhere else: "0.09 Palm shares and no shares of PalmSource" has shares. */
    private List<String> negated() {
        return negated.stream()
                .filter(stem -> Collections.frequency(lemmas, stem) == Collections.frequency(negated, stem))
                .toList();
    }

    private String stem(int at, String lower) {
        if (names.covers(at)) {
            return Words.stem(lower);
        }
        if (Numbers.isLabel(tokens, at)) {
            return Words.stem(tokens.get(at - 1).lower()) + LABEL + lower;
        }
        return Ordinals.read(tokens, at).orElseGet(() -> Words.concept(lower));
    }

    private void write(String word) {
        text.append(text.isEmpty() ? "" : " ").append(word);
    }

    private static <T> List<T> head(List<T> list) {
        return list.subList(0, Math.min(list.size(), MOST));
    }
}
