package org.onrecord.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who denies a report or a charge where the denial stands after it, and who reported what is denied. */
final class DeniedReports {
    private static final double CONFIDENCE = .7;

    static final Set<String> DENIALS = Set.of("denial", "denials");
    private static final Set<String> ANYBODY =
            Set.of("a", "an", "the", "any", "all", "these", "those", "such", "recent");

    private DeniedReports() {}

    /** "He denied a newspaper report that the king was ill", "denied the union's claim that": somebody says so. */
    static Optional<Attribution> reported(Unit unit, Attribution denial) {
        Range content = denial.content().get(0);
        int report = content.from() - 2;
        boolean denied = DENIALS.contains(unit.at(report).lower());
        boolean that = unit.at(report + 1).is("that")
                && (denied || Denials.REPORTS.contains(unit.at(report).lower()));
        int from = report;
        while (that && from > denial.cue().from() + 1 && isQualifier(unit.at(from - 1))) {
            from--;
        }
        boolean named = false;
        for (int i = from; i < report; i++) {
            named |= !ANYBODY.contains(unit.at(i).lower()) && !unit.at(i).tag().equals("ADJ");
        }
        return (denial.denies() || denied) && named
                ? Optional.of(new Attribution(
                        denial.content(),
                        Optional.of(new Range(from, isGenitive(unit.at(report - 1)) ? report - 1 : report + 1)),
                        new Range(report, report + 1),
                        List.of(),
                        Optional.empty(),
                        denied,
                        CONFIDENCE))
                : Optional.empty();
    }

    private static boolean isQualifier(Token token) {
        return switch (token.tag()) {
            case "DET", "ADJ", "NOUN", "PROPN" -> true;
            default -> isGenitive(token);
        };
    }

    private static boolean isGenitive(Token token) {
        return token.is("'s") || token.is("'");
    }

    /** "Reports that the king was ill were dismissed by the palace." */
    static Optional<Attribution> denied(Unit unit, Range sentence) {
        int from = Denials.reportEnd(unit, sentence.from(), sentence.to());
        for (int i = from; from >= 0 && i < sentence.to() - 3; i++) {
            Range cue = new Range(i, i + 1);
            if (Cues.denies(unit, cue) && unit.at(i + 1).is("by") && !unit.isQuoted(i)) {
                int end = NounPhrases.after(unit, i + 2);
                int be = Auxiliaries.groupStart(unit, i, from + 1);
                return end == i + 2 || be == i
                        ? Optional.empty()
                        : Optional.of(attribution(new Range(from, be), new Range(i + 2, end), new Range(be, i + 1)));
            }
        }
        return Optional.empty();
    }

    /** "She was paid twice, a charge that she denies." */
    static Optional<Attribution> charge(Unit unit, Range sentence, List<Attribution> found) {
        for (int i = sentence.from() + 2; i < sentence.to() - 3; i++) {
            boolean charge = unit.at(i).is(",") && !unit.isQuoted(i) && isArticle(unit.at(i + 1));
            int noun = unit.at(i + 2).tag().equals("ADJ") ? i + 3 : i + 2;
            if (charge && Denials.REPORTS.contains(unit.at(noun).lower())) {
                int start = unit.at(noun + 1).is("that") || unit.at(noun + 1).is("which") ? noun + 2 : noun + 1;
                int verb = start;
                while (verb < Math.min(sentence.to(), start + 10) && !Cues.denies(unit, new Range(verb, verb + 1))) {
                    verb++;
                }
                Range source = NounPhrases.before(unit, Auxiliaries.groupStart(unit, verb, start), start);
                if (source.isEmpty() || verb == start || !Cues.denies(unit, new Range(verb, verb + 1))) {
                    return Optional.empty();
                }
                return Optional.of(attribution(charged(unit, sentence, i, found), source, new Range(verb, verb + 1)));
            }
        }
        return Optional.empty();
    }

    /** What somebody is charged with: what was said of them, or else the sentence so far. */
    private static Range charged(Unit unit, Range sentence, int end, List<Attribution> found) {
        Range said = found.stream()
                .flatMap(attribution -> attribution.content().stream())
                .filter(part -> part.from() < end && part.to() > sentence.from())
                .reduce((first, second) -> second)
                .map(part -> new Range(part.from(), Math.min(part.to(), end)))
                .orElse(new Range(sentence.from(), end));
        return unit.at(said.from()).tag().equals("ADP") && said.to() - said.from() > 2
                ? new Range(said.from() + 1, said.to())
                : said;
    }

    private static boolean isArticle(Token token) {
        return token.is("a") || token.is("an") || token.is("the");
    }

    private static Attribution attribution(Range content, Range source, Range cue) {
        return new Attribution(
                List.of(content), Optional.of(source), cue, List.of(), Optional.empty(), true, CONFIDENCE);
    }
}
