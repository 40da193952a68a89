package org.onrecord.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.onrecord.resolution.BlockEntry;
import org.onrecord.resolution.BlockStore;

/**
 * Who is in which block. Keys are block, time and statement, so that a block lies in order of time; beside it stands
 * which blocks have entries in which window, so that windows are forgotten without a scan.
 */
final class BlockEntries implements BlockStore {
    private static final char SEPARATOR = '\u0000';

    /** How many blocks are cleared at a time, so that no record waits long for it. */
    private static final int CLEARED_AT_ONCE = 64;

    private final KeyValueStore<String, BlockEntry> entries;
    private final KeyValueStore<String, Long> windows;
    private final Retention retention;

    BlockEntries(KeyValueStore<String, BlockEntry> entries, KeyValueStore<String, Long> windows, Retention retention) {
        this.entries = entries;
        this.windows = windows;
        this.retention = retention;
    }

    @Override
    public void put(String block, BlockEntry entry) {
        long window = retention.windowOf(entry.firstSeen());
        entries.put(key(block, entry.firstSeen()) + SEPARATOR + entry.statement(), entry);
        windows.put(sortable(window) + SEPARATOR + block, window);
    }

    @Override
    public void delete(String block, long firstSeen, String statement) {
        entries.delete(key(block, firstSeen) + SEPARATOR + statement);
    }

    @Override
    public List<BlockEntry> range(String block, long from, long to, int limit) {
        List<BlockEntry> found = new ArrayList<>();
        try (KeyValueIterator<String, BlockEntry> all = entries.range(key(block, from), key(block, to))) {
            while (all.hasNext() && found.size() < limit) {
                found.add(all.next().value);
            }
        }
        return found;
    }

    /** Forgets, at event time {@code now}, windows that no article can still arrive in; a bounded part at each call. */
    void forget(long now) {
        long oldest = retention.oldestWindow(now);
        if (oldest == Long.MIN_VALUE) {
            return;
        }
        List<KeyValue<String, Long>> expired = new ArrayList<>();
        try (KeyValueIterator<String, Long> past = windows.range(sortable(Long.MIN_VALUE), sortable(oldest))) {
            while (past.hasNext() && expired.size() < CLEARED_AT_ONCE) {
                expired.add(past.next());
            }
        }
        for (KeyValue<String, Long> window : expired) {
            String block = window.key.substring(window.key.indexOf(SEPARATOR) + 1);
            clear(block, window.value);
            windows.delete(window.key);
        }
    }

    private void clear(String block, long window) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, BlockEntry> all =
                entries.range(key(block, retention.startOf(window)), key(block, retention.startOf(window + 1)))) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(entries::delete);
    }

    private static String key(String block, long time) {
        return block + SEPARATOR + sortable(time);
    }

    /** Sixteen hexadecimal digits that sort as the number does, negative ones first. */
    private static String sortable(long number) {
        return String.format("%016x", number ^ Long.MIN_VALUE);
    }
}
