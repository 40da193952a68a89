package org.onrecord.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Event time among the statements of a partition. They come from every partition of articles, and one may be far behind
 * the others; so what has passed is what has passed in all of them.
 *
 * <p>Event time may leap, by years between one article and the next, while messages between statements are still on
 * their way. So what counts as passed is what had passed some {@value #MARKS} times {@value #MESSAGES_A_MARK} messages
 * ago.
 */
final class StatementClock {
    private static final int MARKS = 16;
    private static final int MESSAGES_A_MARK = 64;
    private static final String MARK = "mark-";
    private static final String MARKS_MADE = "marks";

    private final KeyValueStore<String, Long> store;
    private final Map<String, Long> sources = new HashMap<>();
    private int messages;

    StatementClock(KeyValueStore<String, Long> store) {
        this.store = store;
        try (KeyValueIterator<String, Long> all = store.all()) {
            all.forEachRemaining(entry -> sources.put(entry.key, entry.value));
        }
        sources.keySet().removeIf(key -> key.startsWith(MARK) || key.equals(MARKS_MADE));
    }

    /** Takes along what a message tells of event time. */
    void advance(Headers headers) {
        RecordHeaders.text(headers, RecordHeaders.EVENT_TIME).ifPresent(this::hear);
        messages++;
        if (messages == MESSAGES_A_MARK) {
            messages = 0;
            long made = marksMade();
            store.put(MARK + made % MARKS, slowest());
            store.put(MARKS_MADE, made + 1);
        }
    }

    private void hear(String told) {
        int colon = told.indexOf(':');
        String source = told.substring(0, colon);
        long time = Long.parseLong(told.substring(colon + 1));
        Long known = sources.get(source);
        if (known == null || time > known) {
            sources.put(source, time);
            store.put(source, time);
        }
    }

    /** What has passed everywhere, in milliseconds since the epoch; at first, the beginning of time. */
    long passed() {
        Long oldest = store.get(MARK + marksMade() % MARKS);
        return oldest == null ? Long.MIN_VALUE : Math.min(oldest, slowest());
    }

    /** The latest time heard of. */
    long latest() {
        return sources.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
    }

    private long slowest() {
        return sources.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    }

    private long marksMade() {
        Long made = store.get(MARKS_MADE);
        return made == null ? 0 : made;
    }
}
