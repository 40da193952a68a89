package org.onrecord.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How well a claim's words do as the wording of its fact: a sentence that can be read on its own, neither a scrap nor
 * a paragraph, that opens with neither a pronoun nor a quotation. Of equals the earliest is taken.
 */
final class Wording {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 30;
    private static final String QUOTES = "\"'“”‘’«»„";
    private static final Set<String> LEANING = Set.of(
            "he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "our", "my", "this", "that", "these",
            "those", "which", "who", "and", "but", "or", "as", "with", "also");
    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may",
            "might", "must", "should", "did", "does", "do", "won", "lost", "fell", "rose", "shook", "hit", "left",
            "said", "says", "told", "took", "made", "met", "cut", "held", "found", "wrote", "bought", "sold");
    private static final Comparator<Occurrence> CLEAREST = Comparator.comparingInt((Occurrence o) -> -clarity(o.text()))
            .thenComparing(Occurrence.EARLIEST)
            .thenComparing(Occurrence::text);

    private Wording() {}

    /** The clearest of the wordings; of no claims there is none. */
    static String clearest(Collection<Occurrence> occurrences) {
        return Words.evenSpaces(occurrences.stream().min(CLEAREST).orElseThrow().text());
    }

    private static int clarity(String text) {
        String even = Words.evenSpaces(text);
        if (even.isEmpty()) {
            return 0;
        }
        List<String> words = List.of(even.toLowerCase(Locale.ROOT).split(" ", -1));
        boolean complete = Character.isUpperCase(even.codePointAt(0)) || Character.isDigit(even.codePointAt(0));
        boolean standsAlone = QUOTES.indexOf(even.charAt(0)) < 0 && !LEANING.contains(words.get(0));
        boolean readable = words.size() >= SHORTEST && words.size() <= LONGEST;
        boolean says = words.stream().anyMatch(w -> VERBS.contains(w) || (w.length() > 4 && w.endsWith("ed")));
        return (readable ? 4 : 0) + (standsAlone ? 4 : 0) + (says ? 2 : 0) + (complete ? 1 : 0);
    }
}
