package org.onrecord.claim;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Words of an article and where they stand.
 *
 * @param text the words; parts of a discontinuous mention are joined by one space
 * @param spans ascending, not overlapping; at least one
 */
public record Mention(String text, List<Span> spans) {
    public Mention {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a mention stands somewhere");
        }
    }

    /** The mention of these spans of {@code body}. */
    public static Mention of(String body, List<Span> spans) {
        return new Mention(
                spans.stream().map(s -> body.substring(s.start(), s.end())).collect(Collectors.joining(" ")), spans);
    }
}
