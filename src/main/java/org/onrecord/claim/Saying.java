package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.claim.CueLexicon.Cue;
import org.onrecord.claim.CueLexicon.Frame;
import org.onrecord.claim.Hint.Form;

/** One verb of saying in a unit: who its subject is, and on which side its content stands. */
final class Saying {
    /** Prepositions behind which nobody finds what is said: "wrote to everyone concerned", "stated in the evening". */
    private static final Set<String> ELSEWHERE =
            Set.of("to", "in", "at", "on", "from", "for", "with", "by", "during", "after", "before");
    /** Pronouns that begin a source and are none by themselves: "said her director", but "said she". */
    private static final Set<String> BELONGING = Set.of("its", "his", "her", "their", "my", "our", "your", "whose");

    private final Unit unit;
    private final int start;
    private final int end;
    private final Cue cue;
    private final List<Hint> before;
    private Optional<Range> addressee = Optional.empty();

    /** The verb and its auxiliaries are the tokens from {@code start} to {@code end}. */
    Saying(Unit unit, int start, int end, Cue cue, List<Hint> before) {
        this.unit = unit;
        this.start = start;
        this.end = end;
        this.cue = cue;
        this.before = before;
    }

    Optional<Hint> find() {
        if (isWithinPhrase()) {
            return Optional.empty();
        }
        int rest = afterAddressee();
        int right = rightContent(rest);
        if (isInverted()) {
            return inverted();
        }
        Optional<Hint> previous = before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        boolean participle = unit.at(end - 1).lower().endsWith("ing") && end - start == 1;
        Token left = unit.at(start - 1);
        if (previous.isPresent() && ((participle && left.is(",")) || (left.tag().equals("CCONJ") && !startsClause()))) {
            return right < 0 ? Optional.empty() : shared(previous.get(), right, left.is(",") ? start : start - 1);
        }
        Range subject = participle && left.is(",") ? firstSubject() : NounPhrases.before(unit, start, 0);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        boolean follows = hasContentBefore(subject.from());
        if (right >= 0 && !(follows && unit.isQuoteMark(right))) {
            return leading(subject, right);
        }
        boolean trails = cue.takes(Frame.SAY) || cue.takes(Frame.TELL) || cue.takes(Frame.SHOW);
        boolean asks = Clauses.isRelative(unit.at(subject.from()));
        boolean finite = end - start > 1 || !unit.at(start).is("seen");
        return follows && trails && !asks && finite ? trailing(subject, rest) : Optional.empty();
    }

    /** "the brigade's figure stood", "the disputed valley": no verb. */
    private boolean isWithinPhrase() {
        Token left = unit.at(start - 1);
        return (left.is("'s") && !left.isVerb()) || left.is("the") || left.is("a") || left.is("an");
    }

    private boolean startsClause() {
        return unit.at(start).isNominal();
    }

    private int afterAddressee() {
        int rest = unit.at(end).is("out") ? end + 1 : end;
        if (cue.takes(Frame.TELL)) {
            rest = NounPhrases.simpleAfter(unit, end);
            if (rest > end) {
                addressee = Optional.of(new Range(end, rest));
            }
        }
        if (unit.at(end).is("by") && unit.at(end - 1).is("saying")) {
            rest = NounPhrases.after(unit, end + 1);
            if (rest > end + 1) {
                addressee = Optional.of(new Range(end + 1, rest));
            }
        }
        return Adverbials.skip(unit, rest);
    }

    /** Where content after the verb begins, or -1 when none does. */
    private int rightContent(int rest) {
        Token token = unit.at(rest);
        if (rest >= unit.size() - 1) {
            return -1;
        }
        if (token.is(":") || (token.is(",") && unit.isQuoteMark(rest + 1))) {
            return rest + 1;
        }
        if (unit.isQuoteMark(rest)) {
            return rest;
        }
        if (token.is(",") && cue.denies()) {
            return afterInterruption(rest);
        }
        if (token.is("that")) {
            return rest + 1;
        }
        boolean where = token.tag().equals("ADP") && ELSEWHERE.contains(token.lower());
        if (where || (!token.isWord() && !token.text().equals("$"))) {
            return -1;
        }
        if (HintFinder.opensClause(token) || (token.tag().equals("PART") && token.is("to"))) {
            return rest;
        }
        int comma = rest;
        while (comma < unit.size() && !unit.at(comma).is(",") && !unit.at(comma).is(";")) {
            comma++;
        }
        boolean clause = unit.hasVerb(rest, unit.isQuoted(comma) || comma - rest < 4 ? unit.size() : comma);
        return (clause && !cue.takes(Frame.NAME)) || cue.takes(Frame.NAME) || (clause && cue.takes(Frame.SAY))
                ? rest
                : -1;
    }

    /** "had denied, in a telephone call, that …". */
    private int afterInterruption(int comma) {
        for (int i = comma + 1; i < Math.min(unit.size() - 1, comma + 15); i++) {
            if (unit.at(i).is(",")) {
                return unit.at(i + 1).is("that") && i + 2 < unit.size() ? i + 2 : -1;
            }
        }
        return -1;
    }

    /** "…," said Kaspar Lundeby. */
    private boolean isInverted() {
        Token left = unit.at(start - 1);
        if (start < 2 || !cue.takes(Frame.SAY) || !(left.is(",") || unit.isQuoteMark(start - 1))) {
            return false;
        }
        int to = NounPhrases.after(unit, end);
        boolean pronoun = unit.at(end).tag().equals("PRON")
                && !BELONGING.contains(unit.at(end).lower());
        if (pronoun && !unit.at(end + 1).isVerb()) {
            to = end + 1;
        }
        boolean afterQuote = unit.isQuoted(start - 1) || unit.isQuoted(start - 2);
        return to > end
                && !unit.at(end).is("that")
                && ((afterQuote && !unit.at(to).isVerb())
                        || unit.at(to).is(".")
                        || unit.at(to).is(";")
                        || unit.at(to).is(","));
    }

    private Optional<Hint> inverted() {
        int to = Math.max(NounPhrases.after(unit, end), end + 1);
        Range source = new Range(end, appositiveEnd(to));
        return Optional.of(
                attribution(interrupted(start, source.to()), source, new Range(start, source.to()), Form.TRAILING));
    }

    private int appositiveEnd(int to) {
        if (unit.at(to).is(",") && !unit.isQuoteMark(to + 1)) {
            int end2 = NounPhrases.after(unit, to + 1);
            if (end2 > to + 1 && !unit.at(end2).isVerb()) {
                return end2;
            }
        }
        return to;
    }

    private Optional<Hint> shared(Hint previous, int right, int from) {
        return Optional.of(new Hint(
                List.of(new Range(right, unit.size())),
                previous.source(),
                new Range(start, end),
                new Range(from, right),
                addressee,
                cue.denies(),
                Form.SHARED));
    }

    private Range firstSubject() {
        int verb = 0;
        while (verb < start && !unit.at(verb).isVerb()) {
            verb++;
        }
        return NounPhrases.before(unit, verb, 0);
    }

    private boolean hasContentBefore(int from) {
        boolean bounded = unit.at(from - 1).is(",")
                || unit.isQuoted(from - 1)
                || unit.at(from - 1).text().matches("[-–—]+");
        if (from < 2 || !bounded) {
            return false;
        }
        return unit.isQuoted(from - 1) || unit.isQuoted(from - 2) || unit.hasVerb(0, from) || from > 3;
    }

    private Optional<Hint> leading(Range subject, int right) {
        Range content = new Range(right, unit.size());
        return Optional.of(attribution(List.of(content), subject, new Range(subject.from(), right), Form.LEADING));
    }

    private Optional<Hint> trailing(Range subject, int rest) {
        return Optional.of(attribution(
                interrupted(subject.from(), rest), subject, new Range(subject.from(), rest), Form.TRAILING));
    }

    /** Content before the attribution, and after it where it goes on. */
    private List<Range> interrupted(int from, int to) {
        int begin = 0;
        for (Hint earlier : before) {
            if (earlier.form() != Form.LEADING) {
                begin = Math.max(begin, Math.min(earlier.extent().to(), from));
            }
        }
        List<Range> content = new ArrayList<>();
        if (begin < from - 1) {
            content.add(new Range(begin, from));
        }
        int next = Adverbials.skip(unit, to);
        boolean goesOn = ((unit.at(next).is(",") || unit.at(next).is(":")) && unit.isQuoteMark(next + 1))
                || unit.isQuoteMark(next);
        boolean broken = unit.at(next).is(",")
                && (!unit.hasVerb(begin, from) || unit.at(next + 1).tag().equals("AUX"))
                && unit.hasVerb(next, unit.size());
        if (goesOn || broken) {
            content.add(new Range(next, unit.size()));
        }
        return content.isEmpty() ? List.of(new Range(0, from)) : content;
    }

    private Hint attribution(List<Range> content, Range source, Range extent, Form form) {
        return new Hint(content, Optional.of(source), new Range(start, end), extent, addressee, cue.denies(), form);
    }
}
