package org.onrecord.resolution;

import org.onrecord.statement.Sketch;

/**
 * The leader of a fact, and how the statement that keeps this compares with it.
 *
 * @param score basis points; whether it passes the root test is for the reader to say
 */
public record Lead(String leader, Sketch sketch, int score, Membership membership) {}
