package org.onrecord.claim;

import java.util.Set;

/** Finds numbers that something is put at, and what "it" is that is put at one. */
final class Measures {
    private static final Set<String> HOURS = Set.of("am", "pm", "a.m.", "p.m.", "o'clock");
    private static final Set<String> BE = Set.of("is", "was", "are", "were");
    private static final int HEDGES = 3;
    private static final int REACH = 60;

    private Measures() {}

    /** "61 percent", "around 61 percent", "$61m"; but not "6:30". */
    static boolean is(Unit unit, int from) {
        int number = from;
        while (number < from + HEDGES && isHedge(unit.at(number))) {
            number++;
        }
        return (unit.at(number).tag().equals("NUM") || unit.at(number).text().matches("[$€£].*"))
                && !unit.at(number).text().contains(":")
                && !HOURS.contains(unit.at(number + 1).lower());
    }

    private static boolean isHedge(Token token) {
        return switch (token.tag()) {
            case "ADV", "ADP", "ADJ", "DET", "SCONJ" -> true;
            default -> false;
        };
    }

    /** "it was 54 percent", "it at 54 percent" with what was measured before: "turnout". */
    static Proposition read(Unit unit, Proposition fact) {
        int it = unit.trim(fact.first(), false).from();
        if (fact.subject().isPresent() || !unit.at(it).is("it") || !measures(unit, it + 1)) {
            return fact;
        }
        for (int i = it - 1; i > Math.max(0, it - REACH); i--) {
            Range what = measures(unit, i)
                    ? NounPhrases.before(unit, i, unit.sentenceOf(i).from())
                    : new Range(i, i);
            if (!what.isEmpty() && !unit.at(what.from()).tag().equals("PRON")) {
                return fact.about(what);
            }
        }
        return fact;
    }

    private static boolean measures(Unit unit, int i) {
        return (BE.contains(unit.at(i).lower()) || unit.at(i).is("at")) && is(unit, i + 1);
    }
}
