package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.claim.CueLexicon.Frame;
import org.onrecord.claim.tagger.AttributionTagger;

/**
 * Finds verbs where the part-of-speech model sees nouns: words that no noun is, and the verb that closes a sentence
 * behind its source: "…, the agency Orbis reports", "…, records seen by the Post show".
 */
final class Verbs {
    private static final Set<String> BEGIN_SOURCE = Set.of("DET", "PROPN");
    private static final Set<String> IN_SOURCE = Set.of("DET", "PROPN", "NOUN", "ADJ", "NUM");
    private static final Set<String> IN_SOURCES = Set.of("DET", "PROPN", "NOUN", "ADJ", "NUM", "ADP", "VERB");
    private static final int LONGEST_SOURCE = 8;
    private static final int LONGEST_SOURCES = 14;

    private final CueLexicon cues;

    Verbs(CueLexicon cues) {
        this.cues = cues;
    }

    /** The unit, which holds one sentence or what one quotation holds together, with such verbs as verbs. */
    Unit mend(Unit unit) {
        List<Token> tokens = new ArrayList<>(unit.tokens());
        tokens.replaceAll(token -> token.tag().equals("NOUN") && AttributionTagger.isAlwaysVerb(token.lower())
                ? token.tagged("VERB")
                : token);
        int last = unit.size() - 1;
        while (last > 0 && !unit.at(last).isWord()) {
            last--;
        }
        if (closes(unit, last)) {
            tokens.set(last, unit.at(last).tagged("VERB"));
        }
        return unit.withTokens(tokens);
    }

    private boolean closes(Unit unit, int last) {
        Token verb = unit.at(last);
        boolean says = verb.tag().equals("NOUN")
                && cues.find(verb.lower())
                        .filter(cue -> cue.takes(Frame.SAY) || cue.takes(Frame.SHOW))
                        .isPresent();
        if (!says) {
            return false;
        }
        boolean one = verb.lower().endsWith("s");
        int from = one ? source(unit, last) : sources(unit, last);
        return from < last && unit.at(from - 1).is(",") && unit.hasVerb(0, from - 1);
    }

    /** Where the source begins that is one, behind a verb with an "s"; at the verb if there is none. */
    private static int source(Unit unit, int verb) {
        int from = verb;
        while (verb - from < LONGEST_SOURCE
                && (IN_SOURCE.contains(unit.at(from - 1).tag())
                        || unit.at(from - 1).is("of"))) {
            from--;
        }
        return BEGIN_SOURCE.contains(unit.at(from).tag()) ? from : verb;
    }

    /** The same for several: a noun in the plural begins them or stands close behind. */
    private static int sources(Unit unit, int verb) {
        int from = verb;
        boolean several = false;
        while (verb - from < LONGEST_SOURCES
                && IN_SOURCES.contains(unit.at(from - 1).tag())) {
            from--;
            several |= unit.at(from).tag().equals("NOUN")
                    && unit.at(from).lower().endsWith("s")
                    && !unit.at(from - 1).tag().equals("ADP");
        }
        return several && !unit.at(from).isVerb() && !unit.at(from).tag().equals("ADP") ? from : verb;
    }
}
