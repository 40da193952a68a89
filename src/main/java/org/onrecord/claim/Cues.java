package org.onrecord.claim;

import java.util.Set;

/** Reads the words of a cue: whether they deny, and whether they tell anything at all. */
final class Cues {
    private static final Set<String> DENYING = Set.of(
            ("deny denies denied denying denial denials reject rejects rejected rejecting rejection refute refutes refuted"
                            + " refuting rebut rebuts rebutted rebutting dismiss dismisses dismissed dismissing dispute disputes"
                            + " disputed disputing disavow disavows disavowed repudiate repudiates repudiated contradict"
                            + " contradicts contradicted contradicting rubbish rubbishes rubbished disagree disagrees disagreed")
                    .split(" "));
    private static final Set<String> RULING = Set.of("rule", "rules", "ruled", "ruling");
    private static final Set<String> NOT = Set.of("not", "n't", "never", "neither", "nor");
    private static final Set<String> DECLINING =
            Set.of("decline declines declined declining refuse refuses refused refusing".split(" "));
    private static final Set<String> TELLING_SOMETHING =
            Set.of(("say confirm deny discuss elaborate reveal disclose specify respond answer identify explain"
                            + " comment provide give repeat acknowledge admit rule tell said commented confirmed denied specified"
                            + " disclosed elaborated explained told named identified responded")
                    .split(" "));
    private static final int GROUP = 4;

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
        return unit.has(new Range(Math.max(0, Math.min(from, verb - 2)), verb), NOT);
    }

    /**
     * "declined to confirm", "did not say whether", "would neither confirm nor deny": that nothing was told, which the
     * outlet says.
     */
    static boolean withholds(Unit unit, Range cue) {
        int start = groupStart(unit, cue.from());
        boolean withheld = false;
        for (int i = start; i < cue.to(); i++) {
            String word = unit.at(i).lower();
            boolean could = i > 0
                    && (unit.at(i - 1).is("could")
                            || unit.at(i - 1).is("can")
                            || unit.at(i - 1).is("ca"));
            if (withheld && TELLING_SOMETHING.contains(word)) {
                return true;
            }
            withheld |= DECLINING.contains(word) || (NOT.contains(word) && !could);
        }
        return false;
    }

    private static int groupStart(Unit unit, int from) {
        int start = from;
        while (start > 0 && from - start < GROUP && belongsToGroup(unit.at(start - 1)) && !unit.isQuoted(start - 1)) {
            start--;
        }
        return start;
    }

    private static boolean belongsToGroup(Token token) {
        return token.tag().equals("AUX")
                || token.tag().equals("ADV")
                || NOT.contains(token.lower())
                || DECLINING.contains(token.lower())
                || (token.is("to") && token.tag().equals("PART"));
    }
}
