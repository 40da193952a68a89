package org.onrecord.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, number or sign of a text.
 *
 * @param text as written, without a possessive ending
 * @param lower in lower case
 * @param first whether it opens a sentence
 * @param possessive whether it had such an ending
 */
record Token(String text, String lower, Kind kind, boolean first, boolean possessive) {
    enum Kind {
        WORD,
        NUMBER,
        /** A currency or percent sign, or a hyphen between two numbers. */
        SIGN,
        /** Ends a phrase: a comma, a stop. */
        STOP
    }

    private static final int MAX = 512;

    // Possessive quantifiers: no text makes the expression go back over what it has read.
    private static final Pattern TOKEN = Pattern.compile("(?<initials>\\p{Lu}\\.(?: ?\\p{Lu}\\.){1,7}+)"
            + "|(?<middle>\\p{Lu})(?<=\\p{Lu}[\\p{L}.]{1,20} \\p{Lu})\\.(?= \\p{Lu})"
            + "|(?<iso>(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}:\\d{2}(?!\\d))"
            + "|(?<number>\\d{1,3}(?:,\\d{3})++(?:\\.\\d++)?+|\\d++(?:\\.\\d++)?+)(?<ordinal>(?:st|nd|rd|th)\\b)?+"
            + "|(?<word>\\p{L}[\\p{L}\\p{M}]*+(?:['’]\\p{L}{1,3}\\b|(?<=[sS])['’](?= \\p{L}))?+)"
            + "|(?<sign>[%$€£]|(?<=\\d)[-–](?=\\d))|(?<stop>[,.;:!?()—–])");

    boolean capital() {
        return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** At most {@value #MAX} tokens of {@code text}, in order. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        boolean first = true;
        while (tokens.size() < MAX && m.find()) {
            String found = m.group();
            if (m.group("initials") != null) {
                add(tokens, found.replaceAll("[. ]", ""), Kind.WORD, first);
            } else if (m.group("middle") != null) {
                add(tokens, m.group("middle"), Kind.WORD, false);
            } else if (m.group("iso") != null) {
                add(tokens, found, Kind.WORD, first);
            } else if (m.group("number") != null) {
                Kind kind = m.group("ordinal") == null ? Kind.NUMBER : Kind.WORD;
                add(tokens, kind == Kind.NUMBER ? m.group("number") : found, kind, first);
            } else if (m.group("word") != null) {
                word(tokens, found.replace('’', '\''), first);
            } else {
                add(tokens, found, m.group("sign") == null ? Kind.STOP : Kind.SIGN, false);
            }
            first = found.matches("[.!?]");
        }
        return tokens;
    }

    /** "Dont" is how some outlets write "don't". */
    private static final Pattern NOT =
            Pattern.compile("(?:do|does|did|is|are|was|were|have|has|had|would|could|should)nt|\\p{L}+n't");

    private static final Set<String> ENDINGS = Set.of("s", "t", "d", "m", "re", "ve", "ll");

    /** "won't" says "not", "Reuters'" is Reuters, and "Qa'ida" one word. */
    private static void word(List<Token> tokens, String word, boolean first) {
        int mark = word.indexOf('\'');
        String lower = word.toLowerCase(Locale.ROOT);
        if (NOT.matcher(lower).matches()) {
            add(tokens, word.substring(0, lower.lastIndexOf('n')), Kind.WORD, first);
            add(tokens, "not", Kind.WORD, false);
        } else {
            boolean ending = mark > 1 && (mark + 1 == word.length() || ENDINGS.contains(lower.substring(mark + 1)));
            String owner = ending ? word.substring(0, mark) : word.replace("'", "");
            add(tokens, owner, Kind.WORD, first, lower.endsWith("'s") || lower.endsWith("'"));
        }
    }

    private static void add(List<Token> tokens, String text, Kind kind, boolean first) {
        add(tokens, text, kind, first, false);
    }

    private static void add(List<Token> tokens, String text, Kind kind, boolean first, boolean possessive) {
        if (!text.isEmpty()) {
            tokens.add(new Token(text, text.toLowerCase(Locale.ROOT), kind, first, possessive));
        }
    }
}
