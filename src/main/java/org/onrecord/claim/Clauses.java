package org.onrecord.claim;

import java.util.Set;

/** Clauses that hang on another, told by the words at their edges. */
final class Clauses {
    private static final Set<String> TIMES = Set.of("when", "after", "as", "while");
    private static final Set<String> REASONS = Set.of("because", "although", "though", "whereas", "since", "before");
    private static final Set<String> RELATIVES = Set.of("which", "who");
    private static final Set<String> MEASURES = Set.of(
            "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "morning", "night", "week",
            "weeks", "month", "months", "year", "years", "decade", "decades");

    private Clauses() {}

    static boolean isRelative(Token token) {
        return RELATIVES.contains(token.lower());
    }

    static boolean isTime(Token token) {
        return TIMES.contains(token.lower());
    }

    /** Whether what follows says when or why something came about. */
    static boolean hangs(Token token) {
        return isTime(token) || REASONS.contains(token.lower());
    }

    /** "three days after": how long after belongs to what follows. */
    static boolean isMeasured(Unit unit, int i) {
        boolean order = unit.at(i - 1).is("after") || unit.at(i - 1).is("before");
        return order && MEASURES.contains(unit.at(i - 2).lower());
    }

    /** "68 percent of ballots counted", "all seats sold": how many, and last a participle that tells of it. */
    static boolean isCounted(Unit unit, int from, int to) {
        boolean number = false;
        for (int i = from; i < to; i++) {
            number |= unit.at(i).tag().equals("NUM") || unit.at(i).is("all");
            if (unit.at(i).is(",") || unit.at(i).is("with") || (unit.at(i).isVerb() && i < to - 1)) {
                return false;
            }
        }
        return number
                && unit.at(to - 1).tag().equals("VERB")
                && !unit.at(to - 2).tag().equals("ADP");
    }
}
