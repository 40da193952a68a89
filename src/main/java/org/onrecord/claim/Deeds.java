package org.onrecord.claim;

import java.util.Set;

/** Tells verbs by which somebody speaks from the same verbs by which something is done. */
final class Deeds {
    /** "Fuel prices went up again when the subsidy ended." */
    private static final Set<String> MOVES = Set.of("go", "goes", "went", "gone", "come", "comes", "came");

    /** "The talks were first reported by the Courier": who told of a thing is no more said than that it was told. */
    private static final Set<String> REPORTED = Set.of("reported", "revealed", "disclosed", "announced");

    private static final Set<String> GREETINGS = Set.of("sorry", "goodbye", "farewell", "hello", "thanks");

    private static final Set<String> CLAIMING = Set.of("claim", "claims", "claimed", "claiming");
    private static final Set<String> CLAIMED = Set.of("life", "lives", "victim", "victims");
    private static final Set<String> ADMITTING = Set.of("admit", "admits", "admitted", "admitting");
    private static final Set<String> ADMITTED =
            Set.of("people", "patients", "casualties", "wounded", "injured", "victims", "men", "women", "children");
    private static final Set<String> TAKING = Set.of("take", "takes", "took", "taken", "taking");
    private static final Set<String> VOTING = Set.of("back", "backs", "backed", "backing", "oppose", "opposed");

    /** Verbs by which nobody says what follows if that is no clause: "ordered a review", "wants 7 per cent". */
    private static final Set<String> ACTING =
            Set.of(("order orders ordered want wants wanted seek seeks sought decide decides decided discuss discusses"
                            + " discussed attack attacks attacked observe observes observed learn learns learned know knows"
                            + " knew known file files filed approve approves approved demand demands demanded announce announces"
                            + " announced declare declares declared intend intends intended agree agrees agreed")
                    .split(" "));
    /** Whoever urges somebody to do something has done so, and has said nothing that could be true or false. */
    private static final Set<String> URGING = Set.of("urge", "urges", "urged", "urging");

    private static final Set<String> CALLING = Set.of("call", "calls", "called", "calling");
    private static final Set<String> WHOM_OR_WHAT = Set.of("for", "on");

    /** How far after the verb the noun of what is counted can stand. */
    private static final int REACH = 5;

    private Deeds() {}

    /** Whether nobody speaks, whatever the verb. */
    static boolean is(Unit unit, Range source, Range cue, Range content) {
        String verb = unit.at(cue.to() - 1).lower();
        if (MOVES.contains(verb)) {
            return !unit.isQuoted(content.from()) && !unit.isQuoted(content.from() + 1);
        }
        return isSaidByNobody(unit, source)
                || (REPORTED.contains(verb) && isBy(unit, source) && isThing(unit, content))
                || GREETINGS.contains(unit.at(content.from()).lower())
                || (CLAIMING.contains(verb) && counts(unit, content, CLAIMED))
                || (ADMITTING.contains(verb) && counts(unit, content, ADMITTED))
                || (VOTING.contains(verb) && isCount(unit, source));
    }

    /** "is expected by May 12", "sworn in by midnight", "was informed by telephone": nobody is behind it. */
    private static boolean isSaidByNobody(Unit unit, Range source) {
        if (!isBy(unit, source)) {
            return false;
        }
        Token first = unit.at(source.from());
        boolean means = source.to() - source.from() == 1
                && first.tag().equals("NOUN")
                && !first.lower().endsWith("s")
                && !first.isCapitalised();
        return means
                || first.tag().equals("NUM")
                || NounPhrases.isTime(unit.at(source.to() - 1))
                || NounPhrases.isTime(first);
    }

    /** "The stoppage", but not the "it" of "it was announced that". */
    private static boolean isThing(Unit unit, Range content) {
        return !unit.hasVerb(content.from(), content.to())
                && !unit.at(content.from()).is("it");
    }

    private static boolean isBy(Unit unit, Range source) {
        return unit.at(source.from() - 1).is("by");
    }

    /** "claimed at least eight lives", "admitted nine people with burns". */
    private static boolean counts(Unit unit, Range content, Set<String> whom) {
        boolean number = false;
        for (int i = content.from(); i < Math.min(content.to(), content.from() + REACH); i++) {
            number |= unit.at(i).tag().equals("NUM");
            if (number && whom.contains(unit.at(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the words tell what somebody did by speaking, or as if by speaking, and not what was said: "has called off
     * the sale", "has taken down a report", "has not seen the papers".
     */
    static boolean isAct(Unit unit, Range cue, Range content) {
        boolean off = unit.at(cue.to() - 1).is("off") || unit.at(content.from()).is("off");
        boolean thing = !unit.hasVerb(content.from(), content.to());
        boolean seen = thing && unit.at(cue.to() - 1).is("seen");
        if (off || seen || unit.has(cue, TAKING)) {
            return true;
        }
        boolean follows = content.from() >= cue.to() && !unit.isQuoted(content.from());
        boolean calls = unit.has(cue, CALLING) && unit.has(cue, WHOM_OR_WHAT);
        boolean responsible = unit.has(cue, CLAIMING) && unit.at(content.from()).is("responsibility");
        return follows && (calls || responsible || unit.has(cue, URGING) || (thing && unit.has(cue, ACTING)));
    }

    /** "Two in three voters backed the treaty": a vote is counted, and no opinion told. */
    private static boolean isCount(Unit unit, Range source) {
        for (int i = source.from(); i < source.to(); i++) {
            if (unit.at(i).tag().equals("NUM")) {
                return true;
            }
        }
        return false;
    }
}
