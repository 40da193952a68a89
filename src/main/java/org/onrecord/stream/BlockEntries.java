package org.onrecord.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.onrecord.resolution.BlockEntry;
import org.onrecord.resolution.BlockStore;
import org.onrecord.statement.Sketch;

/**
 * Who is in which block. Keys are block, time and statement, so that a block lies in order of time; sketches stand apart
 * under window and statement, one for all blocks of the partition; and beside both stands which blocks have entries in
 * which window, so that windows are forgotten without a scan.
 */
final class BlockEntries implements BlockStore {
    private static final char SEPARATOR = '\u0000';

    /** How many blocks, and how many sketches, are cleared at a time, so that no record waits long for it. */
    private static final int CLEARED_AT_ONCE = 64;

    private final KeyValueStore<String, BlockEntry> entries;
    private final KeyValueStore<String, Sketch> sketches;
    private final KeyValueStore<String, Long> windows;
    private final Retention retention;

    BlockEntries(
            KeyValueStore<String, BlockEntry> entries,
            KeyValueStore<String, Sketch> sketches,
            KeyValueStore<String, Long> windows,
            Retention retention) {
        this.entries = entries;
        this.sketches = sketches;
        this.windows = windows;
        this.retention = retention;
    }

    @Override
    public void put(String block, BlockEntry entry, Sketch sketch) {
        long window = retention.windowOf(entry.firstSeen());
        entries.put(key(block, entry), entry);
        sketches.putIfAbsent(key(entry), sketch);
        windows.putIfAbsent(sortable(window) + SEPARATOR + block, window);
    }

    @Override
    public void delete(String block, long firstSeen, String statement) {
        entries.delete(key(block, firstSeen) + SEPARATOR + statement);
    }

    @Override
    public List<BlockEntry> before(String block, BlockEntry entry, long from, int limit) {
        try (KeyValueIterator<String, BlockEntry> all = entries.reverseRange(key(block, from), key(block, entry))) {
            return others(all, entry, limit);
        }
    }

    @Override
    public List<BlockEntry> after(String block, BlockEntry entry, long to, int limit) {
        try (KeyValueIterator<String, BlockEntry> all = entries.range(key(block, entry), key(block, to))) {
            return others(all, entry, limit);
        }
    }

    private static List<BlockEntry> others(KeyValueIterator<String, BlockEntry> all, BlockEntry entry, int limit) {
        List<BlockEntry> found = new ArrayList<>();
        while (all.hasNext() && found.size() < limit) {
            BlockEntry other = all.next().value;
            if (!other.statement().equals(entry.statement())) {
                found.add(other);
            }
        }
        return found;
    }

    @Override
    public Sketch sketch(BlockEntry entry) {
        return sketches.get(key(entry));
    }

    /** Forgets, at event time {@code now}, windows that no article can still arrive in; a bounded part at each call. */
    void forget(long now) {
        long oldest = retention.oldestWindow(now);
        if (oldest == Long.MIN_VALUE) {
            return;
        }
        for (String key : keys(windows, oldest)) {
            clear(key.substring(key.indexOf(SEPARATOR) + 1), windows.delete(key));
        }
        keys(sketches, oldest).forEach(sketches::delete);
    }

    /** Some keys of windows before {@code oldest}. */
    private static List<String> keys(KeyValueStore<String, ?> store, long oldest) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, ?> past = store.range(sortable(Long.MIN_VALUE), sortable(oldest))) {
            while (past.hasNext() && keys.size() < CLEARED_AT_ONCE) {
                keys.add(past.next().key);
            }
        }
        return keys;
    }

    private void clear(String block, long window) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, BlockEntry> all =
                entries.range(key(block, retention.startOf(window)), key(block, retention.startOf(window + 1)))) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(entries::delete);
    }

    private static String key(BlockEntry entry) {
        return sortable(entry.window()) + SEPARATOR + entry.statement();
    }

    private static String key(String block, BlockEntry entry) {
        return key(block, entry.firstSeen()) + SEPARATOR + entry.statement();
    }

    private static String key(String block, long time) {
        return block + SEPARATOR + sortable(time);
    }

    /** Sixteen hexadecimal digits that sort as the number does, negative ones first. */
    private static String sortable(long number) {
        return String.format("%016x", number ^ Long.MIN_VALUE);
    }
}
