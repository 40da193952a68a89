package org.onrecord.claim;

/**
 * Who says it.
 *
 * @param mention the words that name the source beside the content
 * @param resolved canonical name: the mention in the article that introduced the source
 */
public record Source(Mention mention, String resolved, SourceType type) {}
