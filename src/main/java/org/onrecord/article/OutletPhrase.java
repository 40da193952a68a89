package org.onrecord.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what an article calls an outlet when it does not only name it: "the news agency Orbis Wire". */
final class OutletPhrase {
    /** Kinds of outlet; "agency" alone may be any other agency. */
    private static final Set<String> KINDS =
            words("newswire newspaper daily weekly tabloid broadsheet broadcaster channel"
                    + " magazine website portal television tv radio outlet media press");

    /** Kinds with which names begin: "Radio Selve", "Channel Nine". */
    private static final Set<String> BEGINNING = words("channel television tv radio");

    private static final Set<String> AGENCY = words("agency agencies");
    private static final Set<String> BEFORE_AGENCY = words("news press wire");

    /** Before an agency that is then named, these leave it one of news: "the state agency Selvora". */
    private static final Set<String> BEFORE_NAMED_AGENCY =
            words("the state state-run state-owned official semi-official national");

    /** What tells whose an outlet without a name is, so that no other is meant. */
    private static final Set<String> OWNERS =
            words("state state-run state-owned state-controlled official semi-official government-run local national");

    private static final Set<String> ARTICLES = words("the a an its their his her this that our");
    private static final Pattern DEMONYM = Pattern.compile(".*(?:ian|ean|ish|ese|can|ani|aqi|eli|man|nch|tch|reek)");

    private OutletPhrase() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** The outlet's name in a phrase that says what kind of outlet it is; empty when the phrase is no such one. */
    static Optional<String> name(String phrase, Outlets outlets) {
        List<String> words = Arrays.asList(phrase.strip().split("\\s+", -1));
        int kind = kind(words, outlets);
        if (kind < 0) {
            return Optional.empty();
        }
        List<String> after = words.subList(kind + 1, words.size());
        if (!after.isEmpty()) {
            if (isName(words.get(kind)) && BEGINNING.contains(lower(words.get(kind)))) {
                return after.stream().allMatch(OutletPhrase::isName) ? Optional.of(joined(words)) : Optional.empty();
            }
            return after.stream().allMatch(OutletPhrase::isName) ? Optional.of(joined(after)) : Optional.empty();
        }
        int to = kind;
        while (to > 0 && isKind(words.get(to - 1))) {
            to--;
        }
        int from = to;
        while (from > 0
                && isName(words.get(from - 1))
                && !isArticle(words.get(from - 1))
                && !OWNERS.contains(lower(words.get(from - 1)))) {
            from--;
        }
        List<String> name = words.subList(from, to);
        boolean nationality = name.size() == 1 && DEMONYM.matcher(name.get(0)).matches();
        if (!name.isEmpty() && !nationality) {
            return Optional.of(joined(name));
        }
        return words.stream().anyMatch(word -> OWNERS.contains(lower(word)))
                ? Optional.of(joined(isArticle(words.get(0)) ? words.subList(1, words.size()) : words))
                : Optional.empty();
    }

    /** Where the last word that names a kind of outlet stands, or -1. */
    private static int kind(List<String> words, Outlets outlets) {
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = lower(words.get(i));
            boolean agency = AGENCY.contains(word)
                    && i > 0
                    && (BEFORE_AGENCY.contains(lower(words.get(i - 1)))
                            || outlets.find(words.get(i - 1)).isPresent()
                            || (i + 1 < words.size() && BEFORE_NAMED_AGENCY.contains(lower(words.get(i - 1)))));
            if (agency || (KINDS.contains(word) && (i == 0 || !isName(words.get(i))))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isKind(String word) {
        String lower = lower(word);
        return lower.equals(word)
                && (BEFORE_AGENCY.contains(lower) || OWNERS.contains(lower) || lower.equals("broadcasting"));
    }

    private static boolean isName(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
    }

    private static boolean isArticle(String word) {
        return ARTICLES.contains(lower(word));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String joined(List<String> words) {
        return words.stream().collect(Collectors.joining(" "));
    }
}
