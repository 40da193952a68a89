package org.onrecord.claim;

/**
 * A stretch of an article's body.
 *
 * @param start first UTF-16 index, inclusive
 * @param end last UTF-16 index, exclusive
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
        }
    }
}
