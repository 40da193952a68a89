package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who puts a number to something, for which no verb of saying is needed: "The institute put turnout at 61 percent",
 * "Turnout was put by the institute at 61 percent", "The institute raised its estimate to 61 percent", "The institute's
 * figure stood at 61". By rules, as the tagger has seen few of them.
 */
final class Estimates {
    private static final Set<String> PUTTING =
            words("put puts estimate estimates estimated reckon reckons reckoned value values valued");
    private static final Set<String> PUT_BY = words("put estimated given set valued reckoned");
    private static final Set<String> REVISING = words("raise raises raised lower lowers lowered cut cuts revise revises"
            + " revised increase increases increased reduce reduces reduced update updates updated correct corrects corrected"
            + " trim trims trimmed slash slashes slashed lift lifts lifted upgrade upgrades upgraded downgrade downgrades"
            + " downgraded");
    private static final Set<String> COUNTING = words("count counts counted");
    private static final Set<String> SPEAKING = words("speak speaks spoke spoken talk talks talked");
    private static final Set<String> HOLDING =
            Set.of("stand by", "stands by", "stood by", "stick to", "sticks to", "stuck to");
    private static final Set<String> TAKING_BACK = words("withdraw withdraws withdrew withdrawn withdrawing retract"
            + " retracts retracted retracting drop drops dropped dropping abandon abandons abandoned abandoning");
    static final Set<String> NOUNS = words(
            "estimate estimates forecast forecasts projection projections count tally toll figure figures reading prediction"
                    + " assessment");
    static final Set<String> OWN = words("its his her their");
    private static final Set<String> STANDING = words("stood stands stand remained remains remain was is");
    private static final Set<String> AT = words("at as between");
    private static final Set<String> TO = words("to");
    private static final Set<String> OF = words("of");
    private static final Set<String> NOT = words("not n't never to");
    private static final Set<String> JOINING = words("; and but while although though whereas");
    private static final int REACH = 14;
    private static final double CONFIDENCE = .7;

    private final Unit unit;
    private final Range sentence;
    private final List<Attribution> found;

    private Estimates(Unit unit, Range sentence, List<Attribution> found) {
        this.unit = unit;
        this.sentence = sentence;
        this.found = found;
    }

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ", -1)));
    }

    /** The attributions with those by rule in place of what is made of the same words. */
    static List<Attribution> read(Unit unit, List<Attribution> found) {
        List<Attribution> rest = new ArrayList<>(found);
        List<Attribution> all = new ArrayList<>();
        for (Range sentence : unit.sentences()) {
            Estimates estimates = new Estimates(unit, sentence, found);
            for (int i = sentence.from() + 1; i < sentence.to() - 2; i++) {
                estimates.at(i).ifPresent(all::add);
            }
        }
        for (Attribution estimate : all) {
            rest.removeIf(other -> isOf(other, estimate));
            rest.replaceAll(other -> withoutJoined(unit, other, estimate));
            rest.removeIf(other -> other.content().isEmpty());
        }
        all.addAll(rest);
        return all;
    }

    /** Whether the words of an estimate were taken for something else that is said. */
    private static boolean isOf(Attribution other, Attribution estimate) {
        int to = estimate.content().get(estimate.content().size() - 1).to();
        return new Range(estimate.cue().from(), to).overlaps(other.cue()) && !other.contentContains(estimate.cue());
    }

    /** "ruled out a vote and put the force at 7,400": what is put is no part of what is ruled out. */
    private static Attribution withoutJoined(Unit unit, Attribution other, Attribution estimate) {
        Range source = estimate.source().orElseThrow();
        int from = other.source().equals(estimate.source()) ? estimate.cue().from() : source.from();
        boolean joined = other.contentContains(estimate.cue())
                && (JOINING.contains(unit.at(from - 1).lower())
                        || (unit.at(from - 1).is(",") && from == estimate.cue().from()));
        return joined
                ? other.withContent(other.content().stream()
                        .map(part -> part.contains(estimate.cue()) ? new Range(part.from(), from - 1) : part)
                        .filter(part -> !part.isEmpty())
                        .toList())
                : other;
    }

    private Optional<Attribution> at(int i) {
        String word = unit.at(i).lower();
        if (unit.isQuoted(i)) {
            return Optional.empty();
        }
        Token before = unit.at(i - 1);
        boolean passive = PUT_BY.contains(word) && before.tag().equals("AUX") && !Auxiliaries.isHave(before);
        if (passive) {
            return unit.at(i + 1).is("by") ? putBy(i) : putAtBy(i);
        }
        if (PUTTING.contains(word)) {
            return put(i);
        }
        if (COUNTING.contains(word) && Measures.is(unit, i + 1)) {
            return by(i, new Range(i + 1, end(i + 1))).filter(this::isCount);
        }
        if (SPEAKING.contains(word) && unit.at(i + 1).is("of") && Measures.is(unit, i + 2)) {
            return by(i, new Range(i + 2, end(i + 2)));
        }
        if (HOLDING.contains(word + ' ' + unit.at(i + 1).lower())
                && OWN.contains(unit.at(i + 2).lower())) {
            return own(i, i + 2, OF);
        }
        if (REVISING.contains(word) && OWN.contains(unit.at(i + 1).lower())) {
            return own(i, i + 1, TO);
        }
        if (TAKING_BACK.contains(word) && OWN.contains(unit.at(i + 1).lower())) {
            return own(i, i + 1, OF).map(Attribution::denied);
        }
        return NOUNS.contains(word) && unit.at(i - 1).is("'s") ? stood(i) : Optional.empty();
    }

    /** "Turnout was put by the commission at 61 percent." */
    private Optional<Attribution> putBy(int i) {
        int at = measure(i + 3, AT);
        Range what = at < 0 ? new Range(0, 0) : NounPhrases.before(unit, i - 1, sentence.from());
        return what.isEmpty()
                ? Optional.empty()
                : attribution(List.of(what, new Range(at, end(at))), new Range(i + 2, at), new Range(i - 1, i + 2));
    }

    /** "Turnout was put at 61 percent by the commission." */
    private Optional<Attribution> putAtBy(int i) {
        int by = AT.contains(unit.at(i + 1).lower()) && Measures.is(unit, i + 2) ? i + 3 : sentence.to();
        while (by < Math.min(sentence.to(), i + REACH) && !unit.at(by).is("by")) {
            by++;
        }
        int end = by < sentence.to() ? NounPhrases.after(unit, by + 1) : by;
        Range what = end > by + 1 && unit.at(by).is("by")
                ? NounPhrases.before(unit, i - 1, sentence.from())
                : new Range(0, 0);
        return what.isEmpty()
                ? Optional.empty()
                : attribution(List.of(what, new Range(i + 1, by)), new Range(by + 1, end), new Range(i - 1, i + 1));
    }

    /** "The commission put turnout at 61 percent." */
    private Optional<Attribution> put(int i) {
        int at = measure(i + 2, AT);
        return at < 0 ? Optional.empty() : by(i, new Range(i + 1, end(at)));
    }

    /** "The commission raised its own estimate to 61 percent", "withdrew its figure of 58 percent". */
    private Optional<Attribution> own(int verb, int own, Set<String> prepositions) {
        int noun = own + 1;
        while (noun < own + 5 && !NOUNS.contains(unit.at(noun).lower())) {
            noun++;
        }
        int to = noun < own + 5 ? measure(noun + 1, prepositions) : -1;
        return to < 0 ? Optional.empty() : by(verb, new Range(own, end(to)));
    }

    /** "The commission's figure stood at 61 percent." */
    private Optional<Attribution> stood(int i) {
        int at = i + 2;
        boolean stands = STANDING.contains(unit.at(i + 1).lower())
                && AT.contains(unit.at(at).lower())
                && Measures.is(unit, at + 1);
        Range whose = stands ? NounPhrases.before(unit, i - 1, sentence.from()) : new Range(0, 0);
        return whose.isEmpty()
                ? Optional.empty()
                : attribution(List.of(new Range(i, end(at))), whose, new Range(i + 1, i + 2));
    }

    /** "Police counted 18,000 demonstrators", but not "She had counted six boats". */
    private boolean isCount(Attribution counted) {
        Range source = counted.source().orElseThrow();
        SourceType type = SourceTypes.of(unit.text(source));
        boolean named = !unit.at(source.from()).tag().equals("PRON");
        return named && (type == SourceType.INSTITUTION || type == SourceType.DOCUMENT);
    }

    private Optional<Attribution> by(int verb, Range content) {
        int start = Auxiliaries.groupStart(unit, verb, sentence.from());
        boolean negated = unit.has(new Range(start - 1, verb), NOT);
        Range aside = aside(start);
        Range source =
                isJoined(start, verb) ? speaker(start - 1) : NounPhrases.before(unit, aside.from(), sentence.from());
        return negated || source.isEmpty()
                ? Optional.empty()
                : attribution(List.of(content), source, new Range(verb, verb + 1))
                        .map(by -> by.withGaps(List.of(aside)));
    }

    /** "said so and put", "said so, withdrawing". */
    private boolean isJoined(int start, int verb) {
        return unit.at(start - 1).is("and")
                || (unit.at(start - 1).is(",") && unit.at(verb).lower().endsWith("ing"));
    }

    /** The clause that stands before a verb, or is opened by it: "The board, which had met, put"; may be empty. */
    private Range aside(int verb) {
        int from = verb - 1;
        while (from > sentence.from() && unit.at(verb - 1).is(",") && !Clauses.isRelative(unit.at(from))) {
            from--;
        }
        if (!Clauses.isRelative(unit.at(from))) {
            return new Range(verb, verb);
        }
        return new Range(unit.at(from - 1).is(",") ? from - 1 : from, verb);
    }

    /** Who speaks before "and"; empty where nobody does. */
    private Range speaker(int and) {
        return found.stream()
                .filter(other -> sentence.contains(other.cue()) && other.cue().to() <= and)
                .reduce((first, last) -> last)
                .flatMap(Attribution::source)
                .orElse(new Range(and, and));
    }

    /** Where the measure begins, after no verb and no comma; or -1. */
    private int measure(int from, Set<String> prepositions) {
        for (int i = from; i < Math.min(sentence.to() - 1, from + REACH); i++) {
            if (prepositions.contains(unit.at(i).lower()) && Measures.is(unit, i + 1)) {
                return i;
            }
            boolean reduced = unit.at(i - 1).isNominal() && unit.at(i + 1).tag().equals("ADP");
            if ((unit.at(i).isVerb() && !reduced)
                    || !(unit.at(i).isWord() || unit.at(i).is("-") || unit.at(i).is("'s"))) {
                return -1;
            }
        }
        return -1;
    }

    /** Where the clause ends. */
    private int end(int from) {
        int end = from + 1;
        while (end < sentence.to() && !isBoundary(end)) {
            end++;
        }
        return end;
    }

    private boolean isBoundary(int i) {
        Token token = unit.at(i);
        boolean joins = token.tag().equals("CCONJ") || token.tag().equals("SCONJ");
        boolean verbs = joins
                && unit.hasVerb(i + 1, sentence.to())
                && !unit.at(i + 1).tag().equals("NUM");
        return token.is(",") || token.is(";") || token.is(":") || unit.isQuoteMark(i) || verbs;
    }

    private static Optional<Attribution> attribution(List<Range> content, Range source, Range cue) {
        return Optional.of(
                new Attribution(content, Optional.of(source), cue, List.of(), Optional.empty(), false, CONFIDENCE));
    }
}
