package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes out of content what nobody says there: whom a source tells, how the sentence goes on, words that lead to
 * nothing. Attributions that are left without content are none, so that the outlet tells the whole sentence.
 */
final class Contents {
    /** What somebody offers or will not do is done by offering. */
    private static final Set<String> DONE =
            Set.of("offer offers offered decline declines declined refuse refuses refused threaten threatens threatened"
                    .split(" "));
    /** An infinitive of fewer words is what somebody does ("asked not to be named") and tells nothing. */
    private static final int TELLING = 5;

    private static final Set<String> EMPTY = Set.of("ADP", "CCONJ", "SCONJ", "DET", "PART", "PUNCT", "AUX", "ADV");

    private Contents() {}

    static List<Attribution> read(Unit unit, List<Attribution> found) {
        List<Attribution> read = new ArrayList<>();
        for (Attribution attribution : found) {
            Attribution told = Addressees.takeOut(unit, attribution);
            List<Range> content = told.content().stream()
                    .map(part -> withoutMainClause(unit, told.cue(), part))
                    .map(part -> new Range(part.from(), withoutTail(unit, part)))
                    .filter(part -> tells(unit, part))
                    .toList();
            if (!content.isEmpty() && !isDone(unit, told.cue(), content.get(0)) && !isPointer(unit, told)) {
                read.add(told.withContent(content));
            }
        }
        return read;
    }

    /** "which had said it would fight, accepted": where the sentence goes on that a relative clause interrupts. */
    private static Range withoutMainClause(Unit unit, Range cue, Range part) {
        int relative = Auxiliaries.groupStart(unit, cue.to() - 1, 0) - 1;
        if (unit.at(relative).tag().equals("ADP")) { // "which had at first said"
            relative = Auxiliaries.groupStart(unit, relative, 0) - 1;
        }
        boolean interrupts = Clauses.isRelative(unit.at(relative)) && part.from() >= cue.to();
        for (int i = part.from() + 1; interrupts && i < part.to() - 1; i++) {
            int next = unit.isQuoteMark(i + 1) ? i + 2 : i + 1;
            if (unit.at(i).is(",") && unit.at(next).isVerb() && !unit.isQuoted(i)) {
                return new Range(part.from(), i);
            }
        }
        return part;
    }

    /** Where words end before what leads on to others: "stepped down, three days after", "to go if". */
    static int withoutTail(Unit unit, Range words) {
        int to = unit.trim(words, true).to();
        if (to - 1 <= words.from() || !unit.at(to).isWord()) {
            return words.to();
        }
        if (unit.at(to - 1).is("if")) {
            return to - 1;
        }
        return Clauses.hangs(unit.at(to - 1)) ? FactSplitter.end(unit, words.from(), to) : words.to();
    }

    /** Whether words name or tell anything. */
    static boolean tells(Unit unit, Range words) {
        Range told = unit.trim(words, false);
        for (int i = told.from(); i < told.to(); i++) {
            if (!EMPTY.contains(unit.at(i).tag()) && !NounPhrases.isTime(unit.at(i))) {
                return true;
            }
        }
        return false;
    }

    /** What a source does rather than says. */
    private static boolean isDone(Unit unit, Range cue, Range content) {
        if (Deeds.isAct(unit, cue, content)) {
            return true;
        }
        int from = content.from();
        int to = unit.at(from).is("not") ? from + 1 : from;
        if (!unit.at(to).is("to") || unit.isQuoted(to)) {
            return false;
        }
        Token next = unit.at(to + 1);
        return next.isVerb()
                ? content.to() - from < TELLING
                        || DONE.contains(unit.at(cue.to() - 1).lower())
                : !next.tag().equals("NUM");
    }

    /** "will discuss it": what is said stands elsewhere; to deny it is to say something. */
    private static boolean isPointer(Unit unit, Attribution attribution) {
        Range words = unit.trim(attribution.content().get(0), false);
        return !attribution.denies()
                && words.from() >= attribution.cue().to()
                && attribution.content().size() == 1
                && words.to() - words.from() == 1
                && unit.at(words.from()).tag().equals("PRON");
    }
}
