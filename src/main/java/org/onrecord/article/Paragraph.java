package org.onrecord.article;

/**
 * A stretch of an article's body that is news.
 *
 * @param start first UTF-16 index, inclusive
 * @param end last UTF-16 index, exclusive
 */
public record Paragraph(int start, int end) {}
