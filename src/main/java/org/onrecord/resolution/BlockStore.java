package org.onrecord.resolution;

import java.util.List;
import org.onrecord.statement.Sketch;

/** Where the block actors of one partition keep who is in which block, and one sketch a statement for all of them. */
public interface BlockStore {
    void put(String block, BlockEntry entry, Sketch sketch);

    void delete(String block, long firstSeen, String statement);

    /** The entries of a block before {@code entry} and not before time {@code from}, the latest first. */
    List<BlockEntry> before(String block, BlockEntry entry, long from, int limit);

    /** The entries of a block after {@code entry} and before time {@code to}, the earliest first. */
    List<BlockEntry> after(String block, BlockEntry entry, long to, int limit);

    /** The sketch that was put with {@code entry}. */
    Sketch sketch(BlockEntry entry);
}
