package org.onrecord.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads attributions in the passive, of which what is said stands apart: "It was announced by the ministry that …",
 * "was told by its owner that …", "Turnout was put by the commission at 61 percent".
 */
final class Passives {
    private static final Set<String> PLACEHOLDERS = Set.of("it", "which", "who", "he", "she", "they");
    private static final Set<String> MEASURING = Set.of("put", "estimated", "given", "set", "valued", "reckoned");
    private static final Set<String> MEASURES = Set.of("at", "as");
    private static final double CONFIDENCE = .7;

    private Passives() {}

    /** The attribution with what is said in place of whom it was said to. */
    static Attribution read(Unit unit, Attribution attribution) {
        Range first = attribution.content().get(0);
        Range words = unit.trim(first, false);
        int end = Math.max(
                attribution.source().map(Range::to).orElse(0), attribution.cue().to());
        Range sentence = unit.sentenceOf(attribution.cue().from());
        boolean placeholder = attribution.content().size() == 1
                && !words.isEmpty()
                && ((words.to() - words.from() == 1
                                && PLACEHOLDERS.contains(unit.at(words.from()).lower()))
                        || (unit.at(attribution.cue().to() - 1).is("told")
                                && words.to() <= attribution.cue().from()))
                && unit.at(end).is("that")
                && end + 2 < sentence.to();
        return placeholder ? attribution.withContent(List.of(new Range(end + 1, sentence.to()))) : attribution;
    }

    /** "Turnout was put by the commission at 61 percent." */
    static Optional<Attribution> measured(Unit unit, Range sentence) {
        for (int i = sentence.from() + 2; i < sentence.to() - 4; i++) {
            boolean passive = MEASURING.contains(unit.at(i).lower())
                    && unit.at(i - 1).tag().equals("AUX")
                    && unit.at(i + 1).is("by")
                    && !unit.isQuoted(i);
            int at = passive ? measure(unit, i + 2, sentence.to()) : -1;
            Range what = at < 0 ? new Range(0, 0) : NounPhrases.before(unit, i - 1, sentence.from());
            if (!what.isEmpty()) {
                return Optional.of(new Attribution(
                        List.of(what, new Range(at, sentence.to())),
                        Optional.of(new Range(i + 2, at)),
                        new Range(i - 1, i + 2),
                        List.of(),
                        Optional.empty(),
                        false,
                        CONFIDENCE));
            }
        }
        return Optional.empty();
    }

    /** Where the measure after a source begins, or -1. */
    private static int measure(Unit unit, int from, int to) {
        for (int i = from + 1; i < Math.min(to - 1, from + 12); i++) {
            boolean number =
                    unit.at(i + 1).tag().equals("NUM") || unit.at(i + 2).tag().equals("NUM");
            if (MEASURES.contains(unit.at(i).lower()) && number) {
                return i;
            }
            if (unit.at(i).isVerb() || unit.at(i).is(",")) {
                return -1;
            }
        }
        return -1;
    }
}
