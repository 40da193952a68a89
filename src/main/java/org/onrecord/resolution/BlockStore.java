package org.onrecord.resolution;

import java.util.List;

/** Where the block actors of one partition keep who is in which block. */
public interface BlockStore {
    void put(String block, BlockEntry entry);

    void delete(String block, long firstSeen, String statement);

    /** The entries of a block first seen in {@code [from, to)}, the earliest {@code limit} of them, in order. */
    List<BlockEntry> range(String block, long from, long to, int limit);
}
