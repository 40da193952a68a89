package org.onrecord.stream;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is to be looked at once a window has passed, in order of windows, so that nothing is scanned to find it. An entry
 * stays where it was put although more happens to what it names; whoever looks puts it back further on.
 */
final class ExpiryIndex {
    private static final int WINDOW_DIGITS = 16;

    private final KeyValueStore<String, Long> store;
    /** No entry lies before this window: only where there may be one is the store asked. */
    private long empty = Long.MIN_VALUE;

    ExpiryIndex(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** An entry of the index. */
    record Due(String key, String id, long window) {}

    void add(long window, String id) {
        store.put(key(window, id), window);
        empty = Math.min(empty, window);
    }

    /** Entries of windows before {@code oldest}, the earliest {@code limit} of them. */
    List<Due> before(long oldest, int limit) {
        List<Due> due = new ArrayList<>();
        if (oldest <= empty) {
            return due;
        }
        try (KeyValueIterator<String, Long> past = store.range(key(Long.MIN_VALUE, ""), key(oldest, ""))) {
            while (past.hasNext() && due.size() < limit) {
                KeyValue<String, Long> entry = past.next();
                due.add(new Due(entry.key, entry.key.substring(WINDOW_DIGITS), entry.value));
            }
        }
        if (due.isEmpty()) {
            empty = oldest;
        }
        return due;
    }

    void remove(Due entry) {
        store.delete(entry.key());
    }

    /** The window in sixteen hexadecimal digits that sort as the number does, negative ones first. */
    private static String key(long window, String id) {
        return HexFormat.of().toHexDigits(window ^ Long.MIN_VALUE) + id;
    }
}
