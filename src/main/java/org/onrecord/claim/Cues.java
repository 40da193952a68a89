package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the words of a cue: whether they deny, and who is told. */
final class Cues {
    private static final Set<String> DENYING = Set.of(
            ("deny denies denied denying denial denials reject rejects rejected rejecting rejection refute refutes refuted"
                            + " refuting rebut rebuts rebutted rebutting dismiss dismisses dismissed dismissing dispute disputes"
                            + " disputed disputing disavow disavows disavowed repudiate repudiates repudiated contradict"
                            + " contradicts contradicted contradicting rubbish rubbishes rubbished disagree disagrees disagreed")
                    .split(" "));
    private static final Set<String> RULING = Set.of("rule", "rules", "ruled", "ruling");
    private static final Set<String> NOT = Set.of("not", "n't", "never", "neither", "nor");
    private static final Set<String> TELLING = Set.of("tell", "tells", "told", "telling");
    private static final int NEAR = 6;

    private Cues() {}

    /** "denied", "ruled out", but not "did not deny". */
    static boolean denies(Unit unit, Range cue) {
        for (int i = cue.from(); i < cue.to(); i++) {
            String word = unit.at(i).lower();
            if (DENYING.contains(word)
                    || (RULING.contains(word) && unit.at(i + 1).is("out"))) {
                return !negated(unit, cue.from(), i);
            }
        }
        return false;
    }

    private static boolean negated(Unit unit, int from, int verb) {
        for (int i = Math.max(0, Math.min(from, verb - 2)); i < verb; i++) {
            if (NOT.contains(unit.at(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** Whoever may be told, most likely first: "told Reuters", "was quoted as saying by the agency". */
    static List<Range> addressees(Unit unit, Range cue) {
        List<Range> found = new ArrayList<>();
        int from = Math.max(0, cue.from() - NEAR);
        for (int i = from; i < Math.min(unit.size(), cue.to() + NEAR); i++) {
            Token token = unit.at(i);
            boolean told = TELLING.contains(token.lower());
            if (told || token.is("to") || token.is("with") || token.is("by")) {
                int end = NounPhrases.simpleAfter(unit, i + 1);
                if (end > i + 1 && !unit.isQuoted(i)) {
                    found.add(told ? 0 : found.size(), new Range(i + 1, end));
                }
            }
        }
        return found;
    }
}
