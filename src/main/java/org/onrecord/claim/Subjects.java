package org.onrecord.claim;

import java.util.Optional;
import java.util.Set;

/** Finds who or what a sentence is about: the phrase before its first verb. */
final class Subjects {
    private static final int FRONTED = 15;
    private static final Set<String> FRONTING = Set.of("ADP", "ADV", "SCONJ");

    private Subjects() {}

    /** "On Friday the minister for mines, Jorek Aldine, travelled": Jorek Aldine. Empty of a sentence that is quoted. */
    static Optional<Range> of(Unit unit, Range sentence) {
        int from = start(unit, sentence);
        int end = Math.min(NounPhrases.after(unit, from), sentence.to());
        String head = unit.at(end - 1).tag();
        boolean named = head.equals("NOUN") || head.equals("PROPN");
        if (unit.isQuoted(from) || end <= from || !named || unit.at(from).is("no")) {
            return Optional.empty();
        }
        if (!unit.at(end).is(",")) {
            return isPredicate(unit, end) ? Optional.of(new Range(from, end)) : Optional.empty();
        }
        int name = NounPhrases.nameAfter(unit, end + 1);
        return Optional.of(name > end + 1 && unit.at(name).is(",") ? new Range(end + 1, name) : new Range(from, end));
    }

    /** Behind "On Friday," or "Earlier". */
    private static int start(Unit unit, Range sentence) {
        int from = unit.trim(sentence, true).from();
        if (!FRONTING.contains(unit.at(from).tag())) {
            return from;
        }
        for (int i = from; i < Math.min(sentence.to(), from + FRONTED); i++) {
            if (unit.at(i).is(",")) {
                return i + 1;
            }
        }
        return unit.at(from).tag().equals("ADV") ? from + 1 : sentence.to();
    }

    private static boolean isPredicate(Unit unit, int i) {
        return unit.at(i).isVerb()
                || NounPhrases.isTimeStart(unit, i)
                || ((unit.at(i).tag().equals("ADV") || unit.at(i).tag().equals("PART"))
                        && unit.at(i + 1).isVerb());
    }
}
