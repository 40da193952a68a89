package org.onrecord.resolution;

import java.util.OptionalLong;
import org.onrecord.statement.Sketch;

/**
 * What a block actor is told: a statement belongs to the block.
 *
 * @param firstSeen milliseconds since the epoch
 * @param formerFirstSeen what the statement said before, when an earlier occurrence has turned up
 */
public record Insert(String statement, long firstSeen, OptionalLong formerFirstSeen, long window, Sketch sketch) {}
