package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Splits content that states several facts ("12 killed and 85 injured", ", which …") into one range a fact. */
final class FactSplitter {
    private static final int SHORTEST = 2;
    private static final int LONGEST_SUBJECT = 12;
    private static final int LONGEST_NAME = 5;
    private static final int LONGEST_COUNT = 4;
    private static final Set<String> NAME_TAGS = Set.of("DET", "ADJ", "NOUN", "PROPN");
    private static final Set<String> RELATIVES = Set.of("which", "who", "where", "whose");
    private static final Set<String> CONJUNCTIONS = Set.of("and", "but", "while", "whereas", "although", "though");
    private static final Set<String> SPEAKERS = Set.of("i", "we", "he", "she", "they");
    private static final Set<String> CLAUSE_TAGS = Set.of("PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ", "ADV");

    private FactSplitter() {}

    /**
     * The facts, the main one first; each has words, and together they have all the words but conjunctions and
     * punctuation.
     *
     * @param denied whether somebody denies the content, so that it cannot be told what of it has happened
     */
    static List<Proposition> split(Unit unit, Range content, boolean denied) {
        Optional<Range> aside = denied ? Optional.empty() : Clauses.aside(unit, content);
        if (aside.isEmpty()) {
            return subjects(unit, parts(unit, content, denied));
        }
        Range subject = new Range(content.from(), aside.get().from() - 1);
        List<Range> rest = parts(unit, new Range(aside.get().to() + 1, content.to()), denied);
        if (rest.isEmpty()) {
            return List.of(Proposition.of(content));
        }
        List<Proposition> facts = new ArrayList<>();
        facts.add(new Proposition(List.of(subject, rest.get(0)), Optional.empty()));
        facts.add(new Proposition(List.of(aside.get()), subjectOf(unit, subject, aside.get())));
        rest.stream()
                .skip(1)
                .forEach(part -> facts.add(new Proposition(List.of(part), subjectOf(unit, subject, part))));
        return facts;
    }

    /** The parts as facts, with the subject where a part has none of its own: that of the part before. */
    private static List<Proposition> subjects(Unit unit, List<Range> parts) {
        List<Proposition> facts = new ArrayList<>();
        Range last = new Range(0, 0);
        for (Range part : parts) {
            boolean same = !last.isEmpty() && unit.sentenceOf(last.from()).contains(part);
            Optional<Range> subject = same ? subjectOf(unit, last, part) : Optional.empty();
            facts.add(new Proposition(List.of(part), subject));
            last = unit.at(part.from()).isVerb() || Clauses.isRelative(unit.at(part.from()))
                    ? subject.orElse(new Range(0, 0))
                    : beforeVerb(unit, part);
        }
        return facts;
    }

    private static Range beforeVerb(Unit unit, Range part) {
        int verb = part.from();
        while (verb < part.to() && !unit.at(verb).isVerb()) {
            verb++;
        }
        int from = unit.at(part.from()).tag().equals("CCONJ") ? part.from() + 1 : part.from();
        return new Range(from, verb);
    }

    /** Whom a part is about that begins with a verb after "and", or with "which" or "who" and a verb. */
    private static Optional<Range> subjectOf(Unit unit, Range before, Range part) {
        Token begins = unit.at(part.from());
        Range subject = new Range(0, 0);
        if (Clauses.isRelative(begins) && unit.at(part.from() - 1).is(",")) {
            boolean acts = unit.at(part.from() + 1).isVerb()
                    || (unit.at(part.from() + 1).tag().equals("ADV")
                            && unit.at(part.from() + 2).isVerb());
            subject = acts ? NounPhrases.before(unit, part.from() - 1, before.from()) : subject;
        } else if (begins.isVerb() && unit.at(part.from() - 1).tag().equals("CCONJ")) {
            subject = before.to() - before.from() <= LONGEST_SUBJECT ? unit.trim(before, false) : subject;
        }
        boolean named = subject.from() < subject.to()
                && !unit.at(subject.from()).tag().equals("ADP")
                && !unit.at(subject.from()).tag().equals("SCONJ")
                && !unit.at(subject.from()).tag().equals("ADV")
                && unit.at(subject.to() - 1).isNominal();
        return named ? Optional.of(subject) : Optional.empty();
    }

    private static List<Range> parts(Unit unit, Range content, boolean denied) {
        List<Range> parts = new ArrayList<>();
        int from = content.from();
        int verbs = 0;
        for (int i = content.from(); i < content.to(); i++) {
            int next = i > from ? boundary(unit, from, i, content.to(), verbs) : -1;
            if (next < 0 && !denied && verbs > 0) {
                next = Clauses.after(unit, from, i, content.to());
            }
            if (next >= 0) {
                add(unit, new Range(from, i), parts);
                from = next;
                i = Math.max(i, next - 1);
                verbs = 0;
            } else if (unit.at(i).isVerb()) {
                verbs++;
            }
        }
        add(unit, new Range(from, content.to()), parts);
        return parts;
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

    private static void add(Unit unit, Range part, List<Range> parts) {
        Range trimmed = unit.trim(part, false);
        if (!trimmed.isEmpty()) {
            parts.add(trimmed);
        }
    }

    /** Where the next fact begins when one ends before {@code i}, or -1. */
    private static int boundary(Unit unit, int from, int i, int to, int verbs) {
        Token token = unit.at(i);
        if (unit.sentenceStarts().contains(i) || (token.is(";") && unit.hasVerb(i, to))) {
            return i;
        }
        if (verbs == 0 || i - from < SHORTEST || to - i < SHORTEST + 1) {
            return -1;
        }
        if (token.is(",")) {
            return afterComma(unit, i, to);
        }
        return token.is("and") || token.is("but") ? afterConjunction(unit, from, i, to) : -1;
    }

    private static int afterComma(Unit unit, int i, int to) {
        Token next = unit.at(i + 1);
        Token second = unit.at(i + 2);
        if (CONJUNCTIONS.contains(next.lower())) {
            return startsClause(unit, i + 2, to) || second.isVerb() ? i + 2 : -1;
        }
        if (RELATIVES.contains(next.lower())
                || RELATIVES.contains(second.lower())
                || (next.is("in") && second.is("what"))) {
            return to - i > 4 ? i + 1 : -1;
        }
        boolean trailing = next.is("with")
                || next.is("as")
                || next.is("after")
                || next.is("hours")
                || next.is("days")
                || (next.tag().equals("VERB")
                        && (next.lower().endsWith("ing") || next.lower().endsWith("ed")));
        return trailing && isLastStretch(unit, i + 1, to) ? i + 1 : -1;
    }

    private static boolean isLastStretch(Unit unit, int from, int to) {
        for (int i = from; i < to; i++) {
            if (unit.at(i).is(",") && unit.at(i + 1).isVerb()) {
                return false;
            }
        }
        return to - from > 2;
    }

    private static int afterConjunction(Unit unit, int from, int i, int to) {
        Token next = unit.at(i + 1);
        if (next.is("that") && unit.hasVerb(i + 2, to)) {
            return i + 2;
        }
        boolean counted = next.tag().equals("NUM") && unit.at(i + 2).isVerb() && unit.hasVerb(from, i);
        boolean verb = next.isVerb()
                && !next.lower().endsWith("ing")
                && !unit.at(i - 1).isVerb()
                && to - i > 3
                && unit.at(i + 2).isWord()
                && unit.at(i + 3).isWord();
        boolean speaks = SPEAKERS.contains(next.lower()) && unit.at(i + 2).isVerb() && to - i > 3;
        boolean clause =
                unit.at(i - 1).isNominal() && to - i > 5 && startsClause(unit, i + 1, to) && verbSoon(unit, i + 1, to);
        return counted || verb || speaks || clause || gapped(unit, from, i, to) ? i + 1 : -1;
    }

    /** "Harker took 49 percent and Moss 40 percent": whose count it is and the count, with the verb of the first. */
    private static boolean gapped(Unit unit, int from, int i, int to) {
        int number = i + 1;
        while (number < Math.min(to - 1, i + LONGEST_NAME)
                && NAME_TAGS.contains(unit.at(number).tag())) {
            number++;
        }
        boolean first = false;
        for (int k = from; k < i; k++) {
            first |= unit.at(k).tag().equals("NUM");
        }
        return first
                && number > i + 1
                && unit.at(number).tag().equals("NUM")
                && to - number <= LONGEST_COUNT
                && !unit.hasVerb(number, to)
                && (unit.at(number + 1).isWord() || unit.at(number + 1).is("%"));
    }

    private static boolean startsClause(Unit unit, int i, int to) {
        return CLAUSE_TAGS.contains(unit.at(i).tag()) && unit.hasVerb(i + 1, Math.min(to, i + 12));
    }

    /** "wages fell 2 percent": a noun, a verb that is no participle, and how much. */
    private static boolean isFinite(Unit unit, int from, int verb) {
        Token token = unit.at(verb);
        return token.tag().equals("VERB")
                && (unit.at(verb - 1).tag().equals("NOUN")
                        || unit.at(verb - 1).tag().equals("PROPN"))
                && verb - from <= 3
                && !token.lower().endsWith("ing")
                && (unit.at(verb + 1).tag().equals("NUM")
                        || unit.at(verb + 1).is("by")
                        || unit.at(verb + 1).is("to")
                        || unit.at(verb + 1).tag().equals("DET"));
    }

    /** A pronoun or a short phrase and then a verb that is no participle: a clause, not a list of things. */
    private static boolean verbSoon(Unit unit, int i, int to) {
        for (int k = i + 1; k < Math.min(to, i + 6); k++) {
            if (unit.at(k).tag().equals("AUX") || isFinite(unit, i, k)) {
                return true;
            }
            if (unit.at(k).tag().equals("ADP") || unit.at(k).is(",")) {
                return false;
            }
        }
        return unit.at(i).tag().equals("PRON") && unit.at(i + 1).isVerb();
    }
}
