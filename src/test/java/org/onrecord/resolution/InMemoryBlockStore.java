package org.onrecord.resolution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.onrecord.statement.Sketch;

/** The blocks of one partition, in memory. */
final class InMemoryBlockStore implements BlockStore {
    private static final Comparator<BlockEntry> ORDER =
            Comparator.comparingLong(BlockEntry::firstSeen).thenComparing(BlockEntry::statement);

    private final Map<String, TreeSet<BlockEntry>> blocks = new HashMap<>();
    private final Map<String, Sketch> sketches = new HashMap<>();

    @Override
    public void put(String block, BlockEntry entry, Sketch sketch) {
        blocks.computeIfAbsent(block, key -> new TreeSet<>(ORDER)).add(entry);
        sketches.put(entry.statement(), sketch);
    }

    @Override
    public void delete(String block, long firstSeen, String statement) {
        blocks.get(block)
                .removeIf(entry ->
                        entry.firstSeen() == firstSeen && entry.statement().equals(statement));
    }

    @Override
    public List<BlockEntry> before(String block, BlockEntry entry, long from, int limit) {
        return blocks.get(block).headSet(entry, false).descendingSet().stream()
                .takeWhile(other -> other.firstSeen() >= from)
                .limit(limit)
                .toList();
    }

    @Override
    public List<BlockEntry> after(String block, BlockEntry entry, long to, int limit) {
        return blocks.get(block).tailSet(entry, false).stream()
                .takeWhile(other -> other.firstSeen() < to)
                .limit(limit)
                .toList();
    }

    @Override
    public Sketch sketch(BlockEntry entry) {
        return sketches.get(entry.statement());
    }
}
