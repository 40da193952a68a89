package org.onrecord.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads in the words of an outlet's own voice whose decision they report. That "the central bank raised its rate" every
 * outlet has from the bank, whichever says so: two outlets that report a decision are no two witnesses of it.
 */
final class Acts {
    /** What institutions do by saying so. */
    private static final Set<String> DECIDED = Set.of(
            ("raised lifted hiked increased cut lowered slashed reduced kept held left approved passed rejected adopted"
                            + " ordered banned imposed suspended revoked appointed named dismissed sacked sentenced"
                            + " convicted acquitted ruled fined charged indicted arrested detained declared signed"
                            + " published issued launched opened recalled withdrew agreed decided voted extended"
                            + " postponed cancelled canceled announced granted awarded deported expelled recognised"
                            + " recognized ratified vetoed")
                    .split(" "));

    private static final Set<String> AUXILIARIES = Set.of("has", "have", "had", "also", "again", "unanimously");
    /** Before these stands another clause. */
    private static final Set<String> JOINTS = Set.of(
            "when", "after", "before", "as", "that", "while", "because", "but", "and", "which", "where", "since", "if");

    private static final Set<String> PREPOSITIONS = Set.of("of", "for", "in", "at", "on");
    private static final int LONGEST = 7;

    private Acts() {}

    /** The institution that {@code text} says decided something; empty when none did. */
    static Optional<String> actor(String text) {
        List<String> words = List.of(Words.evenSpaces(text).split(" ", -1));
        for (int i = 1; i < words.size(); i++) {
            if (DECIDED.contains(words.get(i).toLowerCase(Locale.ROOT))) {
                Optional<String> subject = subject(words, i).filter(Acts::isInstitution);
                if (subject.isPresent()) {
                    return subject;
                }
            }
        }
        return Optional.empty();
    }

    /** The words before a verb, back to where its clause begins. */
    private static Optional<String> subject(List<String> words, int verb) {
        int end = verb;
        while (end > 0 && AUXILIARIES.contains(words.get(end - 1).toLowerCase(Locale.ROOT))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST && !begins(words.get(start - 1))) {
            start--;
        }
        return start == end ? Optional.empty() : Optional.of(String.join(" ", words.subList(start, end)));
    }

    private static boolean begins(String word) {
        char last = word.charAt(word.length() - 1);
        return JOINTS.contains(word.toLowerCase(Locale.ROOT)) || !Character.isLetterOrDigit(last);
    }

    /** By the last word before a preposition: "bank" of "the Bank of Norvenia". */
    private static boolean isInstitution(String subject) {
        String head = "";
        for (String word : subject.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (PREPOSITIONS.contains(word)) {
                break;
            }
            head = word;
        }
        return Speakers.INSTITUTIONS.contains(head);
    }
}
