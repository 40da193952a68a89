package org.onrecord.resolution;

import org.onrecord.statement.Sketch;

/**
 * The leader of a fact, and how the statement that keeps this compares with it.
 *
 * @param score basis points
 */
public record Lead(String leader, Sketch sketch, int score, Membership membership) {}
