package org.onrecord.resolution;

/**
 * A statement that another may share a fact with.
 *
 * @param firstSeen milliseconds since the epoch
 * @param score basis points, at least the link threshold
 */
public record Candidate(String statement, long firstSeen, int score) {}
