package org.onrecord.resolution;

import org.onrecord.fact.Occurrence;

/**
 * An occurrence of a statement and whether it stands.
 *
 * @param live whether the article's newest revision carries it; a dead one still fixes when the statement was first
 *     seen
 */
public record Report(Occurrence occurrence, boolean live) {}
