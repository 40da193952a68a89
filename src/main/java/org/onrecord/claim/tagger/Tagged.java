package org.onrecord.claim.tagger;

import java.util.List;
import java.util.Optional;

/**
 * An attribution that the tagger found.
 *
 * @param source of its own or, in "X said … and added …", of the attribution before; empty when none is named
 * @param content in order; at least one part
 * @param gaps words between its parts that belong to none
 * @param says whether the cue is one of saying or thinking, and not of acting or feeling
 * @param confidence the share of such attributions that are right, 0 to 1
 */
public record Tagged(
        Optional<Part> source, Part cue, List<Part> content, List<Part> gaps, boolean says, double confidence) {
    public Tagged {
        content = List.copyOf(content);
        gaps = List.copyOf(gaps);
    }

    /**
     * Words that belong together.
     *
     * @param from index of the first word
     * @param to index after the last
     */
    public record Part(Role role, int from, int to) {}

    Tagged withConfidence(double other) {
        return new Tagged(source, cue, content, gaps, says, other);
    }
}
