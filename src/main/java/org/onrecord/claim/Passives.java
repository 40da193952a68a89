package org.onrecord.claim;

import java.util.List;
import java.util.Set;

/**
 * Reads attributions in the passive, of which what is said stands apart: "It was announced by the ministry that …",
 * "was told by its owner that …".
 */
final class Passives {
    private static final Set<String> PLACEHOLDERS = Set.of("it", "which", "who", "he", "she", "they");

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
}
