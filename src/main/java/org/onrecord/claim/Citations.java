package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.article.Outlets;

/**
 * Finds what an outlet reports from somebody else: "Reuters reported, citing two officials", "was quoted by the agency as
 * saying", "Radio Selve's report of a fire". The source is whoever is cited, the outlet relays. By rules, as the tagger's
 * attributions have no place for a third party.
 */
final class Citations {
    private static final Set<String> CITING = Set.of("citing", "quoting");
    private static final Set<String> CITED = Set.of("cited", "quoted", "cites", "quotes");
    private static final Set<String> REPORTING = Set.of(
            "reported", "reports", "said", "says", "wrote", "writes", "announced", "published", "revealed", "claimed");
    private static final Set<String> REPORT = Set.of("report", "reports", "account", "story");
    private static final double CONFIDENCE = .8;

    private final Outlets outlets;

    Citations(Outlets outlets) {
        this.outlets = outlets;
    }

    /** The attributions with those by rule in place of what is made of the same words. */
    List<Attribution> read(Unit unit, List<Attribution> found) {
        List<Attribution> cited = new ArrayList<>();
        for (Range sentence : unit.sentences()) {
            for (int i = sentence.from(); i < sentence.to(); i++) {
                if (!unit.isQuoted(i) && (cited.isEmpty() || last(cited).cue().to() <= i)) {
                    at(unit, sentence, i).ifPresent(cited::add);
                }
            }
        }
        return Stream.concat(
                        found.stream().filter(attribution -> cited.stream().noneMatch(by -> replaces(by, attribution))),
                        cited.stream())
                .map(attribution -> Passives.read(unit, attribution))
                .flatMap(attribution -> Gapping.read(unit, attribution))
                .toList();
    }

    private static Attribution last(List<Attribution> attributions) {
        return attributions.get(attributions.size() - 1);
    }

    private static boolean replaces(Attribution by, Attribution attribution) {
        Range extent = by.relay().map(relay -> hull(relay, by.cue())).orElse(by.cue());
        return extent.overlaps(attribution.cue())
                || attribution
                        .source()
                        .filter(by.relay().orElse(by.cue())::overlaps)
                        .isPresent()
                || attribution.source().equals(by.source());
    }

    private static Range hull(Range a, Range b) {
        return new Range(Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
    }

    private Optional<Attribution> at(Unit unit, Range sentence, int i) {
        Token token = unit.at(i);
        if (CITING.contains(token.lower())) {
            return citing(unit, sentence, i, i + 1);
        }
        if (CITED.contains(token.lower())) {
            return unit.at(i - 1).is("which") || unit.at(i - 1).is("who")
                    ? citing(unit, sentence, i - 1, i + 1)
                    : quoted(unit, sentence, i);
        }
        if (token.is("reported") && unit.at(i + 1).is("by")) {
            return reportedBy(unit, sentence, i);
        }
        return REPORT.contains(token.lower()) ? reportOf(unit, sentence, i) : Optional.empty();
    }

    /** "C, X reported, citing Y", "X reported, citing Y, that C", "Citing Y, X reported that C". */
    private Optional<Attribution> citing(Unit unit, Range sentence, int from, int start) {
        int end = NounPhrases.after(unit, start);
        Optional<Reporting> reporting = end > start ? reporting(unit, sentence) : Optional.empty();
        if (reporting.isEmpty()) {
            return Optional.empty();
        }
        Range relay = reporting.get().outlet();
        int verb = Adverbials.skip(unit, reporting.get().end());
        Range content;
        if (end < sentence.to() && (unit.at(end + 1).is("that") || unit.at(end).is("that")) && end > relay.to()) {
            content = new Range(unit.at(end).is("that") ? end + 1 : end + 2, sentence.to());
        } else if (verb < sentence.to()
                && !unit.at(verb).is(",")
                && unit.at(verb).isWord()
                && verb != from) {
            content = new Range(unit.at(verb).is("that") ? verb + 1 : verb, from > verb ? from : sentence.to());
        } else {
            content = new Range(sentence.from(), reporting.get().start());
        }
        return content.isEmpty() || !unit.hasVerb(content.from(), content.to())
                ? Optional.empty()
                : attribution(unit, content, new Range(start, end), new Range(start - 1, start), relay)
                        .map(cited ->
                                cited.withGaps(List.of(new Range(reporting.get().start(), verb))));
    }

    /**
     * An outlet that reports.
     *
     * @param start where "according to" or the outlet begins
     * @param end after the verb, or after the outlet in "according to" it
     */
    private record Reporting(Range outlet, int start, int end) {}

    private Optional<Reporting> reporting(Unit unit, Range sentence) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (unit.isQuoted(i)) {
                continue;
            }
            if (unit.at(i).is("according") && unit.at(i + 1).is("to")) {
                int end = NounPhrases.after(unit, i + 2);
                Range outlet = new Range(i + 2, end);
                if (isOutlet(unit, outlet)) {
                    return Optional.of(new Reporting(outlet, i, end));
                }
            } else if (REPORTING.contains(unit.at(i).lower())) {
                Range outlet = subject(unit, i, sentence.from());
                int comma = commaBefore(unit, i - 1, sentence.from());
                if (unit.at(i - 1).is(",") && CITING.contains(unit.at(comma + 1).lower())) {
                    // "X, citing Y, reported that C"
                    outlet = NounPhrases.before(unit, comma, sentence.from());
                }
                if (isOutlet(unit, outlet)) {
                    return Optional.of(new Reporting(outlet, outlet.from(), i + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static int commaBefore(Unit unit, int end, int from) {
        int comma = end - 1;
        while (comma > from && !unit.at(comma).is(",")) {
            comma--;
        }
        return comma;
    }

    private boolean isOutlet(Unit unit, Range range) {
        return !range.isEmpty() && (outlets.named(unit.text(range)).isPresent() || isRole(unit, range));
    }

    private static boolean isRole(Unit unit, Range range) {
        Token head = unit.at(range.to() - 1);
        return unit.at(range.from()).is("the")
                && range.to() - range.from() <= 3
                && (head.is("agency") || head.is("newspaper") || head.is("paper") || head.is("broadcaster"));
    }

    private static Range subject(Unit unit, int verb, int from) {
        return NounPhrases.before(unit, Auxiliaries.groupStart(unit, verb, from), from);
    }

    /** "X quoted Y as saying C", "C, X quoted Y as saying", "Y was quoted (by X) as saying (by X) C". */
    private Optional<Attribution> quoted(Unit unit, Range sentence, int i) {
        int as = as(unit, i + 1, Math.min(sentence.to(), i + 14));
        if (!unit.at(as).is("as") || !unit.at(as + 1).lower().matches("saying|telling|writing")) {
            return Optional.empty();
        }
        boolean passive = unit.at(i - 1).lower().matches("was|were|is|are|been")
                || unit.at(i + 1).is("by");
        Range subject = subject(unit, i, sentence.from());
        Range object = new Range(i + 1, as);
        Range said = new Range(passive ? i : as, as + 2);
        if (subject.isEmpty() || (!passive && !isOutlet(unit, subject))) {
            return Optional.empty();
        }
        Optional<Range> beside = by(unit, as + 2);
        Optional<Range> relay = passive ? by(unit, i + 1).or(() -> beside) : Optional.of(subject);
        int after = beside.map(Range::to).orElse(as + 2);
        int next = unit.at(after).is("that") ? after + 1 : after;
        boolean right = next < sentence.to() && unit.hasVerb(next, sentence.to());
        Range content = right ? new Range(next, sentence.to()) : new Range(sentence.from(), subject.from());
        Range source = passive ? subject : object;
        return unit.trim(content, false).isEmpty() || source.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attribution(
                        List.of(content), Optional.of(source), said, List.of(), relay, false, CONFIDENCE));
    }

    private static int as(Unit unit, int from, int to) {
        int as = from;
        while (as < to && !unit.at(as).is("as")) {
            as++;
        }
        return as;
    }

    private static Optional<Range> by(Unit unit, int i) {
        int end = unit.at(i).is("by") ? NounPhrases.simpleAfter(unit, i + 1) : i;
        return end > i + 1 ? Optional.of(new Range(i + 1, end)) : Optional.empty();
    }

    /** "As first reported by X, C"; "C, as reported by X". */
    private Optional<Attribution> reportedBy(Unit unit, Range sentence, int i) {
        int end = NounPhrases.simpleAfter(unit, i + 2);
        Range outlet = new Range(i + 2, end);
        int as = unit.at(i - 1).is("as") ? i - 1 : i - 2;
        if (!isOutlet(unit, outlet) || !unit.at(as).is("as")) {
            return Optional.empty();
        }
        boolean leads = as == sentence.from();
        Range content = leads ? new Range(end, sentence.to()) : new Range(sentence.from(), as);
        return attribution(unit, content, outlet, new Range(i, i + 2), outlet);
    }

    /** "X's report of C", "X's report that C". */
    private Optional<Attribution> reportOf(Unit unit, Range sentence, int i) {
        Range outlet = unit.at(i - 1).is("'s") || unit.at(i - 1).is("'")
                ? NounPhrases.before(unit, i - 1, sentence.from())
                : new Range(i, i);
        boolean of = unit.at(i + 1).is("of");
        if (!isOutlet(unit, outlet) || !(of || unit.at(i + 1).is("that"))) {
            return Optional.empty();
        }
        int end = of ? NounPhrases.after(unit, i + 2) : sentence.to();
        return attribution(unit, new Range(i + 2, end), new Range(outlet.from(), i + 1), new Range(i, i + 1), outlet);
    }

    private static Optional<Attribution> attribution(Unit unit, Range content, Range source, Range cue, Range relay) {
        return unit.trim(content, false).isEmpty()
                ? Optional.empty()
                : Optional.of(new Attribution(
                        List.of(content), Optional.of(source), cue, List.of(), Optional.of(relay), false, CONFIDENCE));
    }
}
