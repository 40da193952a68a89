package org.onrecord.claim;

import java.util.Optional;
import java.util.Set;

/** Clauses that hang on another and yet state a fact of their own. */
final class Clauses {
    /** What comes after these has happened, unless what it hangs on is still to come. */
    private static final Set<String> TIMES = Set.of("when", "after", "as", "while");

    /** "as many journalists", "as well". */
    private static final Set<String> NO_SUBJECTS = Set.of("that", "many", "much", "well", "few", "little");

    private static final Set<String> MEASURES = Set.of(
            "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "morning", "night", "week",
            "weeks", "month", "months", "year", "years", "decade", "decades");
    private static final Set<String> PAST = Set.of("was", "has", "'s", "is");
    private static final Set<String> REASONS = Set.of("because", "although", "though", "whereas");
    private static final Set<String> OPEN = Set.of(
            "will", "would", "may", "might", "could", "can", "cannot", "should", "must", "shall", "'ll", "not", "n't",
            "never", "if", "unless", "whether", "why", "how", "when", "until", "to");
    private static final Set<String> SUBJECTS = Set.of("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ");
    private static final Set<String> RELATIVES = Set.of("which", "who");
    private static final int LONGEST_SUBJECT = 8;
    private static final int SHORTEST = 4;

    private Clauses() {}

    static boolean isRelative(Token token) {
        return RELATIVES.contains(token.lower());
    }

    static boolean isTime(Token token) {
        return TIMES.contains(token.lower());
    }

    /**
     * Where a fact begins that hangs on the one from {@code from} to {@code i}: "killed when a bomb went off", "closed
     * because the smoke was toxic", "ahead with two thirds of ballots counted".
     *
     * @return -1 for none
     */
    static int after(Unit unit, int from, int i, int to) {
        if (to - i <= SHORTEST || unit.isQuoted(i) != unit.isQuoted(from)) {
            return -1;
        }
        boolean time = isTime(unit.at(i)) && !isMeasured(unit.at(i - 1));
        boolean hangs = (time && isSettled(unit, from, i) && !isComplement(unit, i)) || isReason(unit, from, i);
        if (hangs && !isWithin(unit, from, i, to) && subjectThenVerb(unit, i, to, time)) {
            return i + 1;
        }
        return unit.at(i).is("with") && isCounted(unit, i + 1, to) ? i + 1 : -1;
    }

    /** "three days after": how long after is part of both. */
    private static boolean isMeasured(Token before) {
        return MEASURES.contains(before.lower()) || before.tag().equals("ADP") || before.is("that");
    }

    /** Whether more of the sentence that the clause hangs on comes after it, or all is but the sentence's opening. */
    private static boolean isWithin(Unit unit, int from, int i, int to) {
        boolean opens = !unit.at(from).isNominal()
                && !unit.at(from).tag().equals("DET")
                && !unit.at(from).tag().equals("ADJ");
        boolean comma = false;
        for (int k = from; k < i; k++) {
            comma |= unit.at(k).is(",");
        }
        boolean goesOn = false;
        for (int k = i; k < to; k++) {
            Token token = unit.at(k);
            boolean verb = unit.at(k + 1).isVerb() && !unit.at(k + 1).lower().endsWith("ing");
            goesOn |= token.text().matches("[-–—]+")
                    || (token.is(",") && (verb || (opens && !comma) || isMain(unit, k + 1, to)));
        }
        return goesOn;
    }

    /** ", federal troops were sent": a subject and an auxiliary. */
    private static boolean isMain(Unit unit, int from, int to) {
        for (int i = from; i < Math.min(to, from + LONGEST_SUBJECT); i++) {
            String tag = unit.at(i).tag();
            if (tag.equals("AUX")) {
                return i > from;
            }
            if (!SUBJECTS.contains(tag) || isRelative(unit.at(i)) || unit.at(i).is("that")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isReason(Unit unit, int from, int i) {
        return REASONS.contains(unit.at(i).lower()) && !unit.at(i + 1).is("of") && isSettled(unit, from, i);
    }

    /** Whether what stands there has come about: it is no plan, no condition and no question, and is not negated. */
    private static boolean isSettled(Unit unit, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean toVerb = unit.at(i).is("to")
                    && unit.at(i + 1).isVerb()
                    && !unit.at(i - 1).isVerb();
            if (OPEN.contains(unit.at(i).lower()) && (!unit.at(i).is("to") || toVerb)) {
                return false;
            }
        }
        return true;
    }

    /** "said when", "described as": the verb wants what follows. */
    private static boolean isComplement(Unit unit, int i) {
        Token before = unit.at(i - 1);
        Token noun = unit.at(i - 2);
        boolean participle =
                noun.tag().equals("NUM") || (before.lower().endsWith("ed") && (noun.isVerb() || noun.isNominal()));
        boolean done = participle && !unit.at(i).is("as");
        return before.tag().equals("AUX")
                || (before.isVerb() && !done)
                || (unit.at(i).is("as")
                        && (before.tag().equals("ADV") || before.tag().equals("ADJ")));
    }

    /** After the conjunction a subject without prepositions but "of", and then a verb that is no participle. */
    private static boolean subjectThenVerb(Unit unit, int conjunction, int to, boolean past) {
        int from = conjunction + 1;
        boolean general =
                unit.at(conjunction).is("when") || unit.at(conjunction).is("after");
        if (!SUBJECTS.contains(unit.at(from).tag())
                || NO_SUBJECTS.contains(unit.at(from).lower())) {
            return false;
        }
        for (int i = from + 1; i < Math.min(to, from + LONGEST_SUBJECT); i++) {
            Token token = unit.at(i);
            if (token.isVerb()) {
                boolean always = general && (token.is("is") || token.is("are"));
                boolean present = token.lower().endsWith("s") && !PAST.contains(token.lower());
                boolean idiom = unit.at(i - 1).is("it") && token.lower().matches("comes?|came");
                return unit.at(i - 1).isNominal()
                        && !always
                        && !idiom
                        && !unit.at(i - 1).is("that")
                        && !isRelative(unit.at(i - 1))
                        && !token.lower().endsWith("ing")
                        && !(past && (present || OPEN.contains(token.lower())));
            }
            if ((token.tag().equals("ADP") && !token.is("of")) || token.tag().equals("PUNCT")) {
                return false;
            }
        }
        return false;
    }

    /** "68 percent of ballots counted": a number, and at the end a participle that says of it what the verb does not. */
    private static boolean isCounted(Unit unit, int from, int to) {
        boolean number = false;
        for (int i = from; i < to; i++) {
            number |= unit.at(i).tag().equals("NUM");
            if (unit.at(i).is(",") || unit.at(i).is("with") || (unit.at(i).isVerb() && i < to - 1)) {
                return false;
            }
        }
        return number
                && unit.at(to - 1).tag().equals("VERB")
                && !unit.at(to - 2).tag().equals("ADP");
    }

    /** "inflation, which stood at 5.1 percent in March, was likely to fall": the clause between subject and verb. */
    static Optional<Range> aside(Unit unit, Range fact) {
        int comma = fact.from() + 1;
        while (comma < fact.to() - SHORTEST && !unit.at(comma).is(",")) {
            comma++;
        }
        int end = comma + 2;
        while (end < fact.to() && !unit.at(end).is(",")) {
            end++;
        }
        boolean between = unit.at(comma).is(",")
                && isRelative(unit.at(comma + 1))
                && !unit.hasVerb(fact.from(), comma)
                && unit.at(comma - 1).isNominal()
                && end - comma > SHORTEST
                && unit.hasVerb(comma + 2, end)
                && (unit.at(end + 1).isVerb()
                        || (unit.at(end + 1).tag().equals("ADV")
                                && unit.at(end + 2).isVerb()));
        return between && end + 2 < fact.to() ? Optional.of(new Range(comma + 1, end)) : Optional.empty();
    }
}
