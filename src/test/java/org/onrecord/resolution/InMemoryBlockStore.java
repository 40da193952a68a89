package org.onrecord.resolution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The blocks of one partition, in memory. */
final class InMemoryBlockStore implements BlockStore {
    private final Map<String, TreeSet<BlockEntry>> blocks = new HashMap<>();

    @Override
    public void put(String block, BlockEntry entry) {
        blocks.computeIfAbsent(
                        block,
                        key -> new TreeSet<>(
                                Comparator.comparingLong(BlockEntry::firstSeen).thenComparing(BlockEntry::statement)))
                .add(entry);
    }

    @Override
    public void delete(String block, long firstSeen, String statement) {
        blocks.get(block)
                .removeIf(entry ->
                        entry.firstSeen() == firstSeen && entry.statement().equals(statement));
    }

    @Override
    public List<BlockEntry> range(String block, long from, long to, int limit) {
        return blocks.get(block).stream()
                .filter(entry -> entry.firstSeen() >= from && entry.firstSeen() < to)
                .limit(limit)
                .toList();
    }
}
