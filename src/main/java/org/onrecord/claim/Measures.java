package org.onrecord.claim;

import java.util.List;
import java.util.Optional;
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

    /** "it was 54 percent", "its own estimate to 54 percent" with what was measured before: "turnout". */
    static Proposition read(Unit unit, Proposition fact) {
        Range words = unit.trim(fact.first(), false);
        int measure = fact.subject().isPresent() ? -1 : measureOfIt(unit, words);
        for (int i = words.from() - 1; measure >= 0 && i > Math.max(0, words.from() - REACH); i--) {
            Range what = measures(unit, i)
                    ? NounPhrases.before(unit, i, unit.sentenceOf(i).from())
                    : new Range(i, i);
            if (!what.isEmpty() && !unit.at(what.from()).tag().equals("PRON")) {
                return new Proposition(List.of(new Range(measure, words.to())), Optional.of(what));
            }
        }
        return fact;
    }

    /** Where the measure begins if what is measured stands elsewhere, else -1. */
    private static int measureOfIt(Unit unit, Range words) {
        int from = words.from();
        if (unit.at(from).is("it")) {
            return measures(unit, from + 1) ? from + 1 : -1;
        }
        int noun = from + 1;
        while (noun < from + 4 && !Estimates.NOUNS.contains(unit.at(noun).lower())) {
            noun++;
        }
        boolean own = Estimates.OWN.contains(unit.at(from).lower()) && noun < from + 4;
        return own && unit.at(noun + 1).is("to") && is(unit, noun + 2) ? noun + 1 : -1;
    }

    private static boolean measures(Unit unit, int i) {
        return (BE.contains(unit.at(i).lower()) || unit.at(i).is("at")) && is(unit, i + 1);
    }
}
