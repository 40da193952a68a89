package org.onrecord.stream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Event time in a partition: the latest time of any article in it. An article dated after it was appended counts as of
 * its append time, so that a date in the far future does not make everybody else late.
 */
final class EventClock {
    private static final String KEY = "now";

    private final KeyValueStore<String, Long> store;

    EventClock(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** Event time in milliseconds since the epoch; before any article, the beginning of time. */
    long now() {
        Long now = store.get(KEY);
        return now == null ? Long.MIN_VALUE : now;
    }

    /** Takes an article's time along; {@code headers} have its append time. */
    void advance(long eventTime, Headers headers) {
        long time = asOf(eventTime, headers);
        if (time > now()) {
            store.put(KEY, time);
        }
    }

    /** What an article's time counts as. */
    static long asOf(long eventTime, Headers headers) {
        long appended = RecordHeaders.text(headers, RecordHeaders.ARTICLE_TIME)
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        return Math.min(eventTime, appended);
    }
}
