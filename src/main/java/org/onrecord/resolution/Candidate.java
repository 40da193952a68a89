package org.onrecord.resolution;

import org.onrecord.statement.Relation;

/**
 * A statement that another may share a fact with.
 *
 * @param firstSeen milliseconds since the epoch
 * @param score basis points, at least the link threshold
 * @param relation how the two stand to each other
 */
public record Candidate(String statement, long firstSeen, int score, Relation relation) {}
