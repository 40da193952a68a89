package org.onrecord.claim;

import java.util.Optional;
import java.util.Set;

/** What is put beside a name: "Norlink, the operator,", "the operator, Norlink,", "Tom Reed, 41,". */
final class Appositions {
    private static final int LONGEST = 6;
    private static final Set<String> WITHIN = Set.of("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM");
    private static final Set<String> OPENING = Set.of("DET", "PRON");
    private static final Set<String> LINKS = Set.of("of", "for");
    private static final Set<String> AFTER_HEAD = Set.of("of", "at", "in", "for", "on", "to", "with", "from");

    private Appositions() {}

    static boolean hasAge(Unit unit, int end) {
        return unit.at(end).is(",")
                && unit.at(end + 1).tag().equals("NUM")
                && unit.at(end + 2).is(",");
    }

    /** The noun that says what the named one is. */
    static Optional<String> role(Unit unit, Range name) {
        return after(unit, name.to()).or(() -> before(unit, name));
    }

    private static Optional<String> after(Unit unit, int comma) {
        if (!unit.at(comma).is(",")) {
            return Optional.empty();
        }
        int end = comma + 1;
        while (end - comma <= LONGEST && WITHIN.contains(unit.at(end).tag())) {
            end++;
        }
        boolean goesOn = AFTER_HEAD.contains(unit.at(end).lower());
        boolean ends = unit.at(end).is(",") || unit.at(end).is(".");
        boolean opens = OPENING.contains(unit.at(comma + 1).tag());
        return goesOn || (ends && opens) ? noun(unit.at(end - 1)) : Optional.empty();
    }

    private static Optional<String> before(Unit unit, Range name) {
        int comma = name.from() - 1;
        if (!unit.at(comma).is(",") || !unit.at(name.to()).is(",")) {
            return Optional.empty();
        }
        int from = comma - 1;
        while (comma - from < LONGEST
                && (WITHIN.contains(unit.at(from).tag())
                        || LINKS.contains(unit.at(from).lower()))
                && !opens(unit.at(from))) {
            from--;
        }
        int end = comma;
        for (int i = from; i < comma; i++) {
            end = end == comma && LINKS.contains(unit.at(i).lower()) ? i : end;
        }
        // "Chief executive" is tagged as two adjectives.
        String head = unit.at(end - 1).tag();
        return opens(unit.at(from)) && (head.equals("NOUN") || head.equals("ADJ"))
                ? Optional.of(unit.at(end - 1).text())
                : Optional.empty();
    }

    /** "the chief executive", "Norlink's chief executive". */
    private static boolean opens(Token token) {
        return OPENING.contains(token.tag()) || token.is("'s");
    }

    private static Optional<String> noun(Token head) {
        return head.tag().equals("NOUN") ? Optional.of(head.text()) : Optional.empty();
    }
}
