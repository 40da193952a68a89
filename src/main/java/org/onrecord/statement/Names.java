package org.onrecord.statement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds names by their capitals, and tells whether two can be one. */
final class Names {
    private static final Set<String> TITLES =
            Set.of(("mr mrs ms dr sir president minister prime chancellor senator sen "
                            + "gov governor gen general colonel col major captain lieutenant judge justice king queen prince "
                            + "princess pope secretary ambassador chairman chair professor prof rep representative mayor chief "
                            + "deputy vice former r d")
                    .split(" ", -1));
    private static final Set<String> PLAIN = Set.of(
            ("I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
                            + "August September October November December Jan Feb Aug Sept Oct Nov Dec")
                    .split(" ", -1));
    private static final int SHORTEST_PREFIX = 4;
    private static final int SHORTEST_SPELT = 5;

    private final List<String> found = new ArrayList<>();
    private final BitSet covered = new BitSet();

    Names(List<Token> tokens) {
        long words = tokens.stream().filter(t -> t.is(Token.Kind.WORD)).count();
        long capitals = tokens.stream().filter(Token::capital).count();
        boolean headline = words > 3 && capitals * 10 > words * 6;
        int at = 0;
        while (at < tokens.size()) {
            int end = at;
            // "Ostrel's Harker" are two.
            while (end < tokens.size()
                    && named(tokens.get(end), headline)
                    && (end == at || !tokens.get(end - 1).possessive())) {
                end++;
            }
            if (end > at) {
                add(tokens, at, end);
            }
            at = Math.max(end, at + 1);
        }
    }

    /** Whether a capital says nothing of the word: a day, a month, a title, an everyday word. */
    static boolean isPlain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return PLAIN.contains(word) || TITLES.contains(lower) || Words.isEveryday(lower);
    }

    /** In the order of the text; one that is named twice stands twice. */
    List<String> found() {
        return found;
    }

    boolean covers(int token) {
        return covered.get(token);
    }

    /** At a sentence's start and in a headline a capital tells nothing about an everyday word. */
    private static boolean named(Token token, boolean headline) {
        if (!token.capital() || PLAIN.contains(token.text()) || Words.isFunction(token.lower())) {
            return token.capital() && token.text().equals("US");
        }
        return !(token.first() || headline) || !Words.isEveryday(token.lower());
    }

    private void add(List<Token> tokens, int from, int to) {
        int start = from;
        while (start < to && TITLES.contains(tokens.get(start).lower())) {
            start++;
        }
        if (start < to) {
            covered.set(start, to);
            StringBuilder name = new StringBuilder(tokens.get(start).lower());
            for (int i = start + 1; i < Math.min(to, start + 6); i++) {
                name.append(' ').append(tokens.get(i).lower());
            }
            found.add(name.toString());
        }
    }

    /** Whether two names can be of one: a surname or a part, an acronym, a country and its people. */
    static boolean agree(String a, String b) {
        if (a.equals(b) || Aliases.areOne(a, b)) {
            return true;
        }
        Optional<String> nation = Nations.of(a);
        Optional<String> other = Nations.of(b);
        if (nation.isPresent() && other.isPresent()) {
            return Nations.agree(nation.get(), other.get());
        }
        String[] as = a.split(" ", -1);
        String[] bs = b.split(" ", -1);
        if (as.length == 1 && bs.length == 1) {
            return related(a, b);
        }
        if (acronym(as, bs) || acronym(bs, as)) {
            return true;
        }
        String[] fewer = as.length <= bs.length ? as : bs;
        String[] more = as.length <= bs.length ? bs : as;
        if (fewer.length > 1) {
            boolean firsts = fewer[0].charAt(0) == more[0].charAt(0) || Aliases.areOne(fewer[0], more[0]);
            return (firsts && related(fewer[fewer.length - 1], more[more.length - 1]))
                    || List.of(more).containsAll(List.of(fewer));
        }
        for (String word : more) {
            if (related(fewer[0], word)) {
                return true;
            }
        }
        return false;
    }

    /** "Iraq" and "Iraqi", "Kestrane" and "Kestranes": one begins the other and little follows. */
    private static boolean related(String a, String b) {
        int shared = 0;
        int shortest = Math.min(a.length(), b.length());
        while (shared < shortest && a.charAt(shared) == b.charAt(shared)) {
            shared++;
        }
        return a.equals(b)
                || (shortest >= SHORTEST_SPELT && Spelling.isOne(a, b) && !Words.isEveryday(a) && !Words.isEveryday(b))
                || (shared >= SHORTEST_PREFIX && shared >= shortest - 1 && Math.abs(a.length() - b.length()) <= 3);
    }

    private static boolean acronym(String[] one, String[] words) {
        String letters = letters(one);
        if (letters.length() < 2 || words.length < 2) {
            return false;
        }
        StringBuilder all = new StringBuilder();
        StringBuilder telling = new StringBuilder();
        for (String word : words) {
            all.append(word.charAt(0));
            telling.append(Words.isFunction(word) ? "" : word.substring(0, 1));
        }
        return letters.contentEquals(all) || letters.contentEquals(telling);
    }

    /** A single word, or the letters of "H-P"; empty if it is neither. */
    private static String letters(String[] words) {
        if (words.length == 1) {
            return words[0];
        }
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (word.length() > 1) {
                return "";
            }
            letters.append(word);
        }
        return letters.toString();
    }
}
