package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Splits content that states several facts ("12 killed and 85 injured", ", which …") where the unit's marks say so. */
final class FactSplitter {
    private static final int LONGEST_SUBJECT = 12;
    /** From this many words on a quotation may state several facts. */
    private static final int BREATH = 12;

    private static final Set<String> CLAUSE_TAGS = Set.of("PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ", "ADV");
    private static final Set<String> COUNT_TAGS = Set.of("NUM", "DET", "ADJ");
    private static final Set<String> OPENING_TAGS = Set.of("PRON", "DET", "PROPN", "NUM", "ADJ");
    private static final Set<String> EXPECTED =
            Set.of("expected", "forecast", "predicted", "planned", "feared", "hoped");
    private static final Set<String> JOINTS = Set.of("and", "but", "or", "nor", "with");

    private FactSplitter() {}

    /**
     * The facts, the main one first; each has words, and together they have all the words but conjunctions and
     * punctuation.
     *
     * @param denied whether somebody denies the content, so that it cannot be told what of it has happened
     */
    static List<Proposition> split(Unit unit, Range content, boolean denied) {
        List<Part> parts = parts(unit, content, denied);
        List<Proposition> facts = new ArrayList<>();
        Range last = new Range(0, 0);
        for (Part part : parts) {
            Range first = part.words.get(0);
            boolean same = !last.isEmpty() && unit.sentenceOf(last.from()).contains(first);
            Optional<Range> subject = same ? subjectOf(unit, last, first, part.aside) : Optional.empty();
            facts.add(new Proposition(part.words, subject));
            if (!part.aside && !isRemark(unit, first.from())) {
                last = unit.at(first.from()).isVerb() || Clauses.isRelative(unit.at(first.from()))
                        ? subject.orElse(new Range(0, 0))
                        : beforeVerb(unit, first);
            }
        }
        return facts;
    }

    /** Words of one fact, and whether another goes on after them. */
    private static final class Part {
        private final List<Range> words = new ArrayList<>();
        private boolean aside;
    }

    private static List<Part> parts(Unit unit, Range content, boolean denied) {
        List<Part> parts = new ArrayList<>(List.of(new Part()));
        Part current = parts.get(0);
        Part before = current;
        int from = content.from();
        int main = -1;
        for (int i = from + 1; i < content.to(); i++) {
            if (i != main && begins(unit, new Range(from, content.to()), i, denied)) {
                int end = end(unit, from, i);
                add(unit, new Range(from, end), current);
                main = unit.hasPredicate(from, i) ? -1 : mainVerb(unit, i, content.to());
                from = Clauses.isMeasured(unit, i) ? end : i;
                before = current;
                current = new Part();
                parts.add(current);
            } else if (i == main || (unit.facts().goesOn().get(i) && current != before)) {
                add(unit, new Range(from, i), current);
                from = i;
                current.aside = true;
                current = before;
            }
        }
        add(unit, new Range(from, content.to()), current);
        parts.removeIf(part -> part.words.isEmpty());
        if (parts.stream().anyMatch(part -> tells(unit, part))) {
            parts.removeIf(part -> !tells(unit, part));
        }
        return parts;
    }

    /** "Two suspects, one of them a clerk, are in custody": where a sentence goes on that had no verb yet; or -1. */
    private static int mainVerb(Unit unit, int aside, int to) {
        for (int i = aside; unit.at(aside - 1).is(",") && i < to - 2; i++) {
            if (unit.sentenceStarts().contains(i)) {
                return -1;
            }
            if (unit.at(i).is(",") && unit.at(i + 1).isVerb()) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean tells(Unit unit, Part part) {
        return part.words.stream().anyMatch(words -> Contents.tells(unit, words));
    }

    /** "…, as expected", "…, as had been forecast": that somebody saw it coming is another fact than that it came. */
    private static boolean isRemark(Unit unit, int i) {
        if (!unit.at(i).is("as") || !unit.at(i - 1).is(",")) {
            return false;
        }
        int verb = i + 1;
        while (unit.at(verb).tag().equals("AUX") || unit.at(verb).tag().equals("ADV")) {
            verb++;
        }
        return EXPECTED.contains(unit.at(verb).lower()) && !unit.at(verb + 1).isWord();
    }

    /** "and that every bill was paid", but not "and that is a lie". */
    private static boolean isThat(Unit unit, int i) {
        return unit.at(i).is("that")
                && (unit.at(i).tag().equals("SCONJ")
                        || OPENING_TAGS.contains(unit.at(i + 1).tag()));
    }

    private static boolean begins(Unit unit, Range rest, int i, boolean denied) {
        return unit.sentenceStarts().contains(i)
                || (unit.at(i).is(";") && unit.hasVerb(i, rest.to()))
                || (unit.at(i - 1).is("with") && Clauses.isCounted(unit, i, rest.to()))
                || (unit.at(i - 1).is("and") && isThat(unit, i) && !isInOneBreath(unit, i))
                || isRemark(unit, i)
                || (unit.facts().begins().get(i)
                        && !(denied && Clauses.hangs(unit.at(i - 1)))
                        && !isBare(unit, i)
                        && !isPredicate(unit, rest, i)
                        && !isInOneBreath(unit, i)
                        && !isDatedByIt(unit, i)
                        && !(unit.at(i).is("to") && Measures.is(unit, i + 1)));
    }

    /** "There is no list and there was no list": people quote a few words as one thing that was said. */
    private static boolean isInOneBreath(Unit unit, int i) {
        if (!unit.isQuoted(i - 1) || !unit.isQuoted(i)) {
            return false;
        }
        int words = 0;
        for (int k = unit.quoted().previousClearBit(i) + 1; unit.isQuoted(k) && words < BREATH; k++) {
            words += unit.at(k).isWord() ? 1 : 0;
        }
        return words < BREATH;
    }

    /** "The blast, at dawn, gutted": before its verb a clause tells nothing. */
    private static boolean isPredicate(Unit unit, Range rest, int i) {
        int goesOn = unit.facts().goesOn().nextSetBit(i);
        boolean inset = goesOn >= 0 && goesOn < rest.to();
        return !inset && unit.at(i).isVerb() && unit.at(i - 1).is(",") && !unit.hasVerb(rest.from(), i);
    }

    /** "two days after it opened": a pronoun and a verb say nothing by themselves. */
    private static boolean isBare(Unit unit, int i) {
        Token third = unit.at(i + 2);
        return unit.at(i).tag().equals("PRON")
                && unit.at(i + 1).isVerb()
                && third.tag().equals("PUNCT");
    }

    /** "…, a company founded eleven weeks before the contract was signed": when is all that is told of it. */
    private static boolean isDatedByIt(Unit unit, int i) {
        int measure = i - 3;
        Token verb = unit.at(measure - 1);
        return Clauses.isMeasured(unit, i)
                && verb.isVerb()
                && verb.lower().endsWith("ed")
                && unit.at(measure - 2).isNominal()
                && (unit.at(measure - 3).is("a") || unit.at(measure - 3).is("an"))
                && unit.at(measure - 4).is(",");
    }

    /** Where a part ends before the conjunction that leads to the next, and before "two hours after". */
    static int end(Unit unit, int from, int i) {
        int end = i;
        if (Clauses.isMeasured(unit, i)) {
            end = i - 2;
            while (end - 1 > from && COUNT_TAGS.contains(unit.at(end - 1).tag())) {
                end--;
            }
        }
        while (end - 1 > from && (JOINTS.contains(unit.at(end - 1).lower()) || Clauses.hangs(unit.at(end - 1)))) {
            end--;
        }
        return end;
    }

    private static void add(Unit unit, Range words, Part part) {
        Range trimmed = withoutDelay(unit, unit.trim(words, false));
        boolean that = trimmed.to() - trimmed.from() > 1 && isThat(unit, trimmed.from());
        if (!trimmed.isEmpty()) {
            part.words.add(that ? new Range(trimmed.from() + 1, trimmed.to()) : trimmed);
        }
    }

    /** "an hour after the jet landed": what came about, and not how long before something else. */
    private static Range withoutDelay(Unit unit, Range words) {
        int from = words.from() + 3;
        boolean counted = COUNT_TAGS.contains(unit.at(words.from()).tag())
                && Clauses.isMeasured(unit, from)
                && unit.at(from - 1).is("after");
        return counted && unit.hasVerb(from, words.to()) ? new Range(from, words.to()) : words;
    }

    private static Range beforeVerb(Unit unit, Range part) {
        int verb = part.from();
        while (verb < part.to() && !unit.at(verb).isVerb()) {
            verb++;
        }
        int from = unit.at(part.from()).tag().equals("CCONJ") ? part.from() + 1 : part.from();
        return new Range(from, verb);
    }

    /** Whom a part is about that begins with a verb after "and", with "which" or "who" and a verb, or is put in. */
    private static Optional<Range> subjectOf(Unit unit, Range before, Range part, boolean aside) {
        Token begins = unit.at(part.from());
        Range subject = new Range(0, 0);
        if (Clauses.isRelative(begins)) {
            boolean acts = unit.at(part.from() + 1).isVerb()
                    || (unit.at(part.from() + 1).tag().equals("ADV")
                            && unit.at(part.from() + 2).isVerb());
            subject = acts && unit.at(part.from() - 1).is(",")
                    ? NounPhrases.before(unit, part.from() - 1, before.from())
                    : subject;
        } else if (aside || (begins.isVerb() && unit.at(part.from() - 1).tag().equals("CCONJ"))) {
            subject = before.to() - before.from() <= LONGEST_SUBJECT ? unit.trim(before, false) : subject;
        }
        boolean named = subject.from() < subject.to()
                && !unit.at(subject.from()).tag().equals("ADP")
                && !unit.at(subject.from()).tag().equals("SCONJ")
                && !unit.at(subject.from()).tag().equals("ADV")
                && unit.at(subject.to() - 1).isNominal();
        return named ? Optional.of(subject) : Optional.empty();
    }

    /**
     * Whether a part goes on with what the first says, and is no remark about it (", which …", ", hours after …") and no
     * predicate of another kind than the first ("ruled out leaving and put the force at 700").
     */
    static boolean isCoordinate(Unit unit, Range first, Range part) {
        Token begins = unit.at(part.from());
        Token before = unit.at(part.from() - 1);
        boolean joined = before.is("and") || before.is("or") || before.is("nor");
        boolean verb = begins.isVerb() || begins.tag().equals("ADV");
        boolean clause = !unit.at(first.from()).lower().endsWith("ing") && startsClause(unit, first.from(), first.to());
        return joined && (!verb || clause);
    }

    static boolean startsClause(Unit unit, int i, int to) {
        return CLAUSE_TAGS.contains(unit.at(i).tag()) && unit.hasVerb(i + 1, Math.min(to, i + 12));
    }
}
