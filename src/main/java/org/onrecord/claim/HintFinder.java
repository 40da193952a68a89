package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.claim.CueLexicon.Cue;
import org.onrecord.claim.CueLexicon.Frame;
import org.onrecord.claim.Hint.Form;

/**
 * Finds attributions by rules over words and parts of speech. The tagger takes them for hints, whose worth it has
 * learned. Stateless.
 */
final class HintFinder {
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being", "'s", "'re");
    private static final Set<String> NOT = Set.of("not", "n't", "never", "nor", "neither");
    private static final Set<String> WH = Set.of("that", "how", "whether", "why", "what", "if", "when", "where", "who");

    private static final Cue RULES_OUT = new Cue(Set.of(Frame.NAME), true);

    private final CueLexicon lexicon;

    HintFinder(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Hint> find(Unit unit) {
        List<Hint> found = new ArrayList<>();
        colon(unit).ifPresent(found::add);
        for (int i = 0; i < unit.size(); i++) {
            if (unit.isQuoted(i)) {
                continue;
            }
            Token token = unit.at(i);
            Optional<Hint> attribution = Optional.empty();
            if (token.is("according") && unit.at(i + 1).is("to")) {
                attribution = accordingTo(unit, i);
            } else if (token.is("quoted") || token.is("cited")) {
                attribution = quotedAsSaying(unit, i, found);
            } else if (token.tag().equals("VERB")) {
                int at = i;
                attribution = cue(unit, i).flatMap(cue -> verb(unit, at, cue, found));
            }
            attribution.filter(hint -> !isDeed(unit, hint)).ifPresent(found::add);
        }
        return Scopes.settle(unit, found);
    }

    private static boolean isDeed(Unit unit, Hint hint) {
        return Deeds.is(
                unit,
                hint.source().orElse(new Range(0, 0)),
                hint.cue(),
                hint.content().get(0));
    }

    /** "Speaker Hanne Orsolo: no vote before June 15." */
    private static Optional<Hint> colon(Unit unit) {
        int colon = 1;
        while (colon < Math.min(8, unit.size()) && !unit.at(colon).is(":")) {
            colon++;
        }
        boolean named = false;
        for (int i = 0; i < colon; i++) {
            named |= unit.at(i).tag().equals("PROPN");
            if (unit.at(i).isVerb() || unit.isQuoted(i)) {
                return Optional.empty();
            }
        }
        return named && unit.at(colon).is(":") && unit.size() - colon > 3
                ? Optional.of(new Hint(
                        List.of(new Range(colon + 1, unit.size())),
                        Optional.of(new Range(0, colon)),
                        new Range(colon, colon + 1),
                        new Range(0, colon + 1),
                        Optional.empty(),
                        false,
                        Form.LEADING))
                : Optional.empty();
    }

    private static Optional<Hint> accordingTo(Unit unit, int i) {
        int end = NounPhrases.after(unit, i + 2);
        if (end == i + 2) {
            return Optional.empty();
        }
        Range source = new Range(i + 2, end);
        List<Range> content = new ArrayList<>();
        boolean leads = !unit.hasVerb(0, i) && i < 6;
        if (!leads) {
            content.add(new Range(0, i));
        }
        int rest = end;
        while (rest < unit.size() && leads && !unit.at(rest).is(",")) {
            rest++;
        }
        Token next = unit.at(rest + 1);
        if (leads && (next.is("which") || next.is("who"))) {
            rest = nextComma(unit, rest + 1);
            next = unit.at(rest + 1);
        }
        if (unit.at(rest).is(",") && !next.tag().equals("CCONJ") && !next.is("which") && !next.is("who")) {
            content.add(new Range(rest, unit.size()));
        }
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hint(
                        content,
                        Optional.of(source),
                        new Range(i, i + 2),
                        new Range(i, leads ? rest : end),
                        Optional.empty(),
                        false,
                        leads ? Form.LEADING : Form.TRAILING));
    }

    private static int nextComma(Unit unit, int from) {
        int comma = from;
        while (comma < unit.size() && !unit.at(comma).is(",")) {
            comma++;
        }
        return comma;
    }

    private static Optional<Hint> quotedAsSaying(Unit unit, int i, List<Hint> before) {
        if (!unit.at(i + 1).is("as") || !unit.at(i + 2).is("saying")) {
            return Optional.empty();
        }
        return new Saying(unit, groupStart(unit, i), i + 3, new Cue(Set.of(Frame.SAY), false), before).find();
    }

    private Optional<Cue> cue(Unit unit, int i) {
        boolean rulesOut =
                unit.at(i).lower().startsWith("rul") && unit.at(i + 1).is("out");
        return rulesOut ? Optional.of(RULES_OUT) : lexicon.find(unit.at(i).lower());
    }

    private static Optional<Hint> verb(Unit unit, int i, Cue cue, List<Hint> before) {
        int start = groupStart(unit, i);
        boolean be = false;
        for (int k = start; k < i; k++) {
            if (NOT.contains(unit.at(k).lower())) {
                return Optional.empty();
            }
            be |= BE.contains(unit.at(k).lower());
        }
        if (unit.at(start - 1).is("to") && unit.at(start - 1).tag().equals("PART")) {
            return Optional.empty();
        }
        if (be && !unit.at(i).lower().endsWith("ing")) {
            return passive(unit, start, i, cue);
        }
        return new Saying(unit, start, i + 1, cue, before).find();
    }

    /** "was dismissed by the ministry"; without its author a passive attributes nothing. */
    private static Optional<Hint> passive(Unit unit, int start, int i, Cue cue) {
        for (int by = i + 1; by < Math.min(unit.size(), i + 10); by++) {
            if (unit.at(by).is(",") || unit.isQuoteMark(by)) {
                break;
            }
            if (unit.at(by).is("by")) {
                int end = NounPhrases.after(unit, by + 1);
                Range subject = NounPhrases.before(unit, start, 0);
                return end == by + 1 || subject.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Hint(
                                List.of(subject),
                                Optional.of(new Range(by + 1, end)),
                                new Range(start, i + 1),
                                new Range(start, end),
                                Optional.empty(),
                                cue.denies(),
                                Form.TRAILING));
            }
        }
        return Optional.empty();
    }

    private static int groupStart(Unit unit, int i) {
        int start = i;
        while (start > 0 && i - start < 6 && isInGroup(unit.at(start - 1)) && !unit.isQuoted(start - 1)) {
            start--;
        }
        return start;
    }

    private static boolean isInGroup(Token token) {
        return token.tag().equals("AUX") || token.tag().equals("ADV") || NOT.contains(token.lower());
    }

    static boolean opensClause(Token token) {
        return WH.contains(token.lower());
    }
}
