package org.onrecord.resolution;

import org.onrecord.statement.Sketch;

/**
 * A statement in a block.
 *
 * @param firstSeen milliseconds since the epoch
 */
public record BlockEntry(String statement, long firstSeen, Sketch sketch) {}
