package org.onrecord.claim;

import java.util.List;
import java.util.Optional;

/**
 * Who says what in one unit, in token ranges.
 *
 * @param content ascending; at least one
 * @param source empty when none is named ("it is alleged that")
 * @param cue the words of attribution
 * @param gaps words between its parts that belong to none
 * @param relay the outlet that carries it, where that is neither the source nor who is told: "Reuters reported, citing
 *     the ministry"
 * @param denies whether the source denies the content
 * @param confidence the share of such attributions that are right, 0 to 1
 */
record Attribution(
        List<Range> content,
        Optional<Range> source,
        Range cue,
        List<Range> gaps,
        Optional<Range> relay,
        boolean denies,
        double confidence) {
    Attribution {
        content = List.copyOf(content);
        gaps = List.copyOf(gaps);
    }

    boolean contentContains(Range range) {
        return content.stream().anyMatch(part -> part.contains(range));
    }

    Attribution withContent(List<Range> other) {
        return new Attribution(other, source, cue, gaps, relay, denies, confidence);
    }

    Attribution withCue(Range other) {
        return new Attribution(content, source, other, gaps, relay, denies, confidence);
    }

    Attribution withGaps(List<Range> other) {
        return new Attribution(content, source, cue, other, relay, denies, confidence);
    }

    Attribution asserted() {
        return new Attribution(content, source, cue, gaps, relay, false, confidence);
    }

    Attribution denied() {
        return new Attribution(content, source, cue, gaps, relay, true, confidence);
    }
}
