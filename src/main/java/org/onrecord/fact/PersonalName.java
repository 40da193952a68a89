package org.onrecord.fact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the proper name in what an article calls somebody: "Livia Corran" in "Interior Minister Livia Corran", "Halvar
 * Brisk" in "the head of the city mortuary, Halvar Brisk".
 */
final class PersonalName {
    private static final Pattern PARTS = Pattern.compile("\\s*[,;()]\\s*");
    private static final Pattern WHERE = Pattern.compile("\\s+(?:of|at|for|from|in|on|to|with)\\s.*$");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}.’'-]*");
    private static final Pattern POSSESSIVE = Pattern.compile(".*['’]s?");
    private static final Set<String> PARTICLES = Set.of("de", "da", "di", "van", "von", "bin", "al", "el", "der", "la");
    private static final int LONGEST = 4;

    private PersonalName() {}

    /** The first proper name that is not an institution's; empty when there is none. */
    static Optional<String> in(String source) {
        return PARTS.splitAsStream(source)
                .map(PersonalName::ofPart)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> ofPart(String part) {
        String[] words = WHERE.matcher(part).replaceAll("").split(" ", -1);
        Deque<String> name = new ArrayDeque<>();
        for (int i = words.length - 1; i >= 0 && belongs(words[i], name.isEmpty()); i--) {
            name.addFirst(words[i]);
        }
        while (!name.isEmpty() && PARTICLES.contains(name.getFirst())) {
            name.removeFirst();
        }
        boolean proper = !name.isEmpty()
                && name.size() <= LONGEST
                && name.stream()
                        .map(PersonalName::plain)
                        .noneMatch(word -> Speakers.INSTITUTIONS.contains(word)
                                || Speakers.NOBODY.contains(word)
                                || Speakers.QUANTIFIERS.contains(word));
        return proper ? Optional.of(String.join(" ", name)) : Optional.empty();
    }

    private static boolean belongs(String word, boolean last) {
        if (!last && PARTICLES.contains(word)) {
            return true;
        }
        return CAPITALISED.matcher(word).matches()
                && !POSSESSIVE.matcher(word).matches()
                && !Words.EMPTY.contains(plain(word))
                && !Speakers.POSTS.contains(plain(word));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
