package org.onrecord.fact;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as they compare: case, accents, punctuation, possessives and articles evened out. */
final class Words {
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern POSSESSIVE = Pattern.compile("(?<=\\p{L})['’]s\\b|(?<=s)['’](?=\\s|$)");
    private static final Pattern DOT_OR_APOSTROPHE = Pattern.compile("['’.]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** Words that tell nobody from anybody. */
    static final Set<String> EMPTY = Set.of(
            "",
            "the",
            "a",
            "an",
            "of",
            "for",
            "in",
            "at",
            "and",
            "by",
            "mr",
            "mrs",
            "ms",
            "dr",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private Words() {}

    /** Lower case letters and digits, joined by hyphens: "Meridian Wire" and "meridian-wire" are one. */
    static String slug(String name) {
        String plain =
                MARK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        plain = POSSESSIVE.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        plain = OTHER.matcher(DOT_OR_APOSTROPHE.matcher(plain).replaceAll("")).replaceAll("-");
        String slug = EDGES.matcher(plain).replaceAll("");
        return slug.startsWith("the-") ? slug.substring(4) : slug;
    }

    /** The words of a name that tell it from others, in their order. */
    static Set<String> telling(String name) {
        Set<String> words = new LinkedHashSet<>(List.of(slug(name).split("-", -1)));
        words.removeAll(EMPTY);
        return words;
    }

    /**
     * The telling words of what somebody is called by office: a minister speaks for the ministry, and prosecutors and
     * their office are one.
     */
    static Set<String> institution(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : telling(name)) {
            words.add(
                    switch (word) {
                        case "minister", "ministers", "ministries" -> "ministry";
                        case "prosecutors" -> "prosecutor";
                        default -> word;
                    });
        }
        if (words.size() > 1) {
            words.remove("office");
            words.remove("central");
        }
        return words;
    }

    /** One space for any run of white space, none at the ends. */
    static String evenSpaces(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    static int count(String text) {
        String even = evenSpaces(text);
        return even.isEmpty() ? 0 : SPACE.split(even, -1).length;
    }
}
