package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the verb that closes a sentence behind its source where the part-of-speech model sees a plural: "…, the agency
 * Orbis reports."
 */
final class ClosingVerbs {
    private static final Set<String> BEGIN_SOURCE = Set.of("DET", "PROPN");
    private static final Set<String> IN_SOURCE = Set.of("DET", "PROPN", "NOUN", "ADJ", "NUM");
    private static final int LONGEST_SOURCE = 8;

    private final CueLexicon cues;

    ClosingVerbs(CueLexicon cues) {
        this.cues = cues;
    }

    /** The unit, which holds one sentence or what one quotation holds together, with such a verb as a verb. */
    Unit mend(Unit unit) {
        int last = unit.size() - 1;
        while (last > 0 && !unit.at(last).isWord()) {
            last--;
        }
        Token verb = unit.at(last);
        if (!verb.tag().equals("NOUN")
                || !verb.lower().endsWith("s")
                || cues.find(verb.lower())
                        .filter(cue -> cue.takes(CueLexicon.Frame.SAY))
                        .isEmpty()) {
            return unit;
        }
        int from = last;
        while (last - from < LONGEST_SOURCE
                && (IN_SOURCE.contains(unit.at(from - 1).tag())
                        || unit.at(from - 1).is("of"))) {
            from--;
        }
        boolean closes = from < last
                && BEGIN_SOURCE.contains(unit.at(from).tag())
                && unit.at(from - 1).is(",")
                && unit.hasVerb(0, from - 1);
        if (!closes) {
            return unit;
        }
        List<Token> tokens = new ArrayList<>(unit.tokens());
        tokens.set(last, verb.tagged("VERB"));
        return unit.withTokens(tokens);
    }
}
