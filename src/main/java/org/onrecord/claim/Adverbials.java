package org.onrecord.claim;

import java.util.Set;

/** Skips what stands between a cue and its content: times ("on Thursday") and places of speaking ("in a statement"). */
final class Adverbials {
    private static final Set<String> PREPOSITIONS =
            Set.of("in", "on", "at", "during", "by", "from", "after", "before", "to", "via", "under", "through");
    private static final Set<String> VENUES =
            Set.of(("statement interview conference speech tweet email letter post briefing phone call"
                            + " television radio court parliament testimony remarks rally debate memo report blog memoir book article"
                            + " column release hearing session questioning twitter facebook podcast broadcast video message press meeting"
                            + " reporters telegram stretcher floor gate headquarters event forum summit address")
                    .split(" "));

    private Adverbials() {}

    /** The first token from {@code i} on that is not part of such a phrase. */
    static int skip(Unit unit, int i) {
        int at = i;
        while (at < unit.size() && !unit.isQuoteMark(at)) {
            int next = phrase(unit, at);
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int phrase(Unit unit, int i) {
        Token token = unit.at(i);
        if (NounPhrases.isTimeStart(unit, i)) {
            int end = NounPhrases.isTime(token) ? i + 1 : i + 2;
            while (NounPhrases.isTime(unit.at(end))
                    || (unit.at(end).tag().equals("NUM") && NounPhrases.isTime(unit.at(end - 1)))) {
                end++;
            }
            return end;
        }
        if (token.tag().equals("ADV") && !token.lower().matches("how|why|when|where|there|not|only|about")) {
            return i + 1;
        }
        if (PREPOSITIONS.contains(token.lower())) {
            if (unit.at(i + 1).tag().equals("DET") && NounPhrases.isTime(unit.at(i + 2))) {
                return i + 3;
            }
            int end = NounPhrases.simpleAfter(unit, i + 1);
            if (end > i + 1 && (unit.has(new Range(i + 1, end), VENUES) || endsClause(unit, end))) {
                return end;
            }
        }
        return i;
    }

    private static boolean endsClause(Unit unit, int i) {
        Token token = unit.at(i);
        return i >= unit.size()
                || token.is(",")
                || token.is(".")
                || token.is("that")
                || token.is(":")
                || unit.isQuoteMark(i);
    }
}
