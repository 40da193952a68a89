package org.onrecord.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers that records carry, all of them UTF-8 text. */
public final class RecordHeaders {
    /** On a null article: when it was withdrawn, ISO 8601. Without it the record's timestamp counts. */
    public static final String UPDATED_AT = "onrecord-updated-at";
    /** On everything that follows from an article: its append time in milliseconds since the epoch. */
    public static final String ARTICLE_TIME = "onrecord-article-time";
    /**
     * On what follows from an article, within On Record: the partition that extracted it, a colon, and event time there
     * in milliseconds since the epoch.
     */
    static final String EVENT_TIME = "onrecord-event-time";
    /** On what follows from an article, within On Record: the article's id, for the log. */
    static final String ARTICLE = "onrecord-article";
    /** On a rejected record: a {@link RejectReason}. */
    public static final String REASON = "onrecord-reason";
    /** On a rejected record: what is wrong and what to do about it, in words. */
    public static final String DETAIL = "onrecord-detail";
    /** On a rejected record: the topic that it came from. */
    public static final String TOPIC = "onrecord-topic";
    /** On a rejected record: the partition that it came from. */
    public static final String PARTITION = "onrecord-partition";
    /** On a rejected record: the offset that it came from. */
    public static final String OFFSET = "onrecord-offset";

    private RecordHeaders() {}

    static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
