package org.onrecord.resolution;

import org.onrecord.statement.Signature;

/**
 * A statement in a block.
 *
 * @param firstSeen milliseconds since the epoch
 * @param window the statement's window
 */
public record BlockEntry(String statement, long firstSeen, long window, Signature signature) {}
