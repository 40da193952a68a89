package org.onrecord.claim;

import java.util.Set;

/** Finds where the phrase that names somebody begins or ends. */
final class NounPhrases {
    private static final int LONGEST = 25;
    private static final Set<String> JOINTS =
            Set.of("of", "for", "in", "at", "from", "with", "on", "to", "by", "'s", "'", "&");
    private static final Set<String> RELATIVES = Set.of("who", "which", "that", "whose");
    private static final Set<String> TIMES =
            Set.of("midnight noon monday tuesday wednesday thursday friday saturday sunday january february march"
                    .concat(
                            " april may june july august september october november december today yesterday week month year night")
                    .concat(" morning evening afternoon earlier later day weekend")
                    .split(" "));

    private static final Set<String> IRREGULAR = Set.of("kept", "held", "made", "sent", "found", "shown", "put", "set");

    private NounPhrases() {}

    static boolean isTime(Token token) {
        return TIMES.contains(token.lower());
    }

    /** The phrase that ends just before {@code end}, an appositive after a comma included; empty when there is none. */
    static Range before(Unit unit, int end, int from) {
        int last = end;
        if (unit.at(end - 1).is(",")) {
            int comma = end - 2;
            while (comma > from && end - comma < LONGEST && !unit.at(comma).is(",") && !unit.isQuoteMark(comma)) {
                comma--;
            }
            if (!unit.at(comma).is(",") || comma - 1 < from) {
                return new Range(end, end);
            }
            Range head = walk(unit, comma, from);
            return head.isEmpty() ? new Range(end, end) : new Range(head.from(), end - 1);
        }
        while (last > from + 1 && isTimeTail(unit, last - 1)) {
            last--;
        }
        return walk(unit, last, from);
    }

    private static boolean isTimeTail(Unit unit, int i) {
        Token token = unit.at(i);
        return isTime(token)
                || token.is("there")
                || token.is("here")
                || (unit.at(i + 1).lower().length() > 1
                        && isTime(unit.at(i + 1))
                        && (token.tag().equals("ADP") || token.is("last") || token.is("this")));
    }

    private static Range walk(Unit unit, int end, int from) {
        int i = end;
        while (i > from && end - i < LONGEST && !unit.isQuoteMark(i - 1)) {
            Token token = unit.at(i - 1);
            if (token.tag().equals("PRON")
                    && !RELATIVES.contains(token.lower())
                    && i - 1 > from
                    && !unit.at(i - 2).tag().equals("ADP")
                    && !unit.at(i - 2).tag().equals("CCONJ")
                    && i == end) {
                return new Range(i - 1, end);
            }
            if (belongs(unit, i - 1)) {
                i--;
            } else {
                int relative = relativeBefore(unit, i - 1, from);
                if (relative < 0) {
                    break;
                }
                i = relative;
            }
        }
        while (i < end && isLead(unit.at(i))) {
            i++;
        }
        boolean named = false;
        for (int k = i; k < end; k++) {
            named |= unit.at(k).isNominal() || unit.at(k).tag().equals("DET");
        }
        return named ? new Range(i, end) : new Range(end, end);
    }

    private static boolean isLead(Token token) {
        return switch (token.tag()) {
            case "ADP", "CCONJ", "PUNCT", "SCONJ", "PART" -> true;
            case "ADV" -> !token.is("nearly") && !token.is("about");
            default -> false;
        };
    }

    private static boolean belongs(Unit unit, int i) {
        Token token = unit.at(i);
        boolean genitive = token.is("'s")
                || (token.is("'")
                        && unit.at(i - 1).lower().endsWith("s")
                        && unit.at(i + 1).isNominal());
        if (genitive && i > 0 && unit.at(i - 1).isNominal()) {
            return true;
        }
        return switch (token.tag()) {
            case "NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM" -> !token.is("that");
            case "ADP", "PART" -> JOINTS.contains(token.lower());
            case "CCONJ" -> token.is("and") && unit.at(i - 1).isNominal();
            case "ADV" ->
                unit.at(i + 1).tag().equals("ADJ") || unit.at(i + 1).tag().equals("NUM");
            case "VERB" -> isReducedRelative(unit, i) || isName(unit, i);
            default -> token.is("-") || token.is("&");
        };
    }

    /** "Open Ballot" and the like, of which the first word was taken for a verb. */
    private static boolean isName(Unit unit, int i) {
        return unit.at(i).isCapitalised()
                && unit.at(i + 1).tag().equals("PROPN")
                && !unit.at(i).lower().endsWith("ed");
    }

    /** "people briefed on the talks". */
    static boolean isReducedRelative(Unit unit, int i) {
        String lower = unit.at(i).lower();
        return (lower.endsWith("ed") || lower.endsWith("en") || lower.endsWith("ing") || IRREGULAR.contains(lower))
                && unit.at(i - 1).isNominal()
                && unit.at(i + 1).tag().equals("ADP");
    }

    private static int relativeBefore(Unit unit, int i, int from) {
        for (int k = i; k > from && i - k < 14 && !unit.at(k).is(",") && !unit.isQuoteMark(k); k--) {
            if (RELATIVES.contains(unit.at(k).lower())
                    && !unit.at(k).is("that")
                    && unit.at(k - 1).isNominal()) {
                return k;
            }
        }
        return -1;
    }

    /** The end of the phrase that begins at {@code start}; {@code start} itself when none does. */
    static int after(Unit unit, int start) {
        int i = start;
        while (i < unit.size() && i - start < LONGEST && !unit.isQuoteMark(i)) {
            Token token = unit.at(i);
            boolean in = belongs(unit, i)
                    || (token.tag().equals("CCONJ")
                            && token.is("and")
                            && unit.at(i + 1).isNominal());
            if (!in || (i > start && token.tag().equals("PRON")) || (i > start && isTimeStart(unit, i))) {
                break;
            }
            i++;
        }
        while (i > start && isLead(unit.at(i - 1)) && !unit.at(i - 1).is("'s")) {
            i--;
        }
        return i;
    }

    /** A simple phrase without prepositions: who is told. */
    static int simpleAfter(Unit unit, int start) {
        int i = start;
        while (i < unit.size() && i - start < 8 && !unit.isQuoteMark(i) && !isTime(unit.at(i))) {
            String tag = unit.at(i).tag();
            boolean noun = tag.equals("NOUN") || tag.equals("PROPN");
            if (tag.equals("PRON")
                    && i == start
                    && !unit.at(i).lower().matches("that|what|which|who|there|it|they|we|he|she|i|you|you")) {
                return i + 1;
            }
            if ((!noun
                            && !tag.equals("DET")
                            && !tag.equals("ADJ")
                            && !tag.equals("NUM")
                            && !unit.at(i).is("'s"))
                    || unit.at(i).is("that")
                    || (i > start && tag.equals("DET"))) {
                break;
            }
            i++;
        }
        return i;
    }

    /** The end of the name that begins at {@code start}; {@code start} itself when none does. */
    static int nameAfter(Unit unit, int start) {
        int i = start;
        while (unit.at(i).tag().equals("PROPN")) {
            i++;
        }
        return i;
    }

    static boolean isTimeStart(Unit unit, int i) {
        Token token = unit.at(i);
        return isTime(token)
                || (isTime(unit.at(i + 1))
                        && (token.is("on")
                                || token.is("in")
                                || token.is("last")
                                || token.is("this")
                                || token.is("late")
                                || token.is("early")
                                || token.is("next")));
    }
}
