package org.onrecord.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.onrecord.stream.Lag.Span;

/**
 * Looks which records stand between two offsets. Markers, aborted records and the holes of compaction are not handed out
 * by the consumer, and so not counted.
 */
final class SpanReader {
    /** So many records of a partition are counted; what lies behind them is estimated from their density. */
    private static final int COUNTED = 300;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Count> open = new HashMap<>();
    private final Map<Span, Waiting> found = new HashMap<>();

    /** @param consumer without a group; its assignment is changed */
    SpanReader(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Reads the beginning of each span.
     *
     * @param spans none of them empty, and of different partitions
     * @throws TimeoutException when the broker does not give what it has said it has
     */
    Map<Span, Waiting> read(List<Span> spans) {
        consumer.assign(spans.stream().map(Span::partition).toList());
        for (Span span : spans) {
            consumer.seek(span.partition(), span.from());
            open.put(span.partition(), new Count(span));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Count count = open.get(new TopicPartition(record.topic(), record.partition()));
                if (count != null) {
                    count.take(record);
                }
            }
            List.copyOf(open.values()).forEach(this::closeWhenDone);
            if (!open.isEmpty() && System.nanoTime() > deadline) {
                throw new TimeoutException("the broker did not give records of " + open.keySet());
            }
        }
        return found;
    }

    private void closeWhenDone(Count count) {
        TopicPartition partition = count.span.partition();
        boolean whole = consumer.position(partition) >= count.span.to() || count.last >= count.span.to() - 1;
        if (whole || count.records >= COUNTED) {
            found.put(count.span, count.waiting(whole));
            open.remove(partition);
            consumer.pause(List.of(partition));
        }
    }

    /** What has been seen of a span. */
    private static final class Count {
        private final Span span;
        private long records;
        private long last = -1;
        private Instant since;

        Count(Span span) {
            this.span = span;
        }

        void take(ConsumerRecord<byte[], byte[]> record) {
            last = record.offset();
            if (record.offset() < span.to()) {
                records++;
                since = since == null ? Instant.ofEpochMilli(record.timestamp()) : since;
            }
        }

        Waiting waiting(boolean whole) {
            if (whole || records == 0) {
                return new Waiting(records, true, Optional.ofNullable(since));
            }
            double share = (double) records / (last + 1 - span.from());
            long rest = Math.round((span.to() - last - 1) * share);
            return new Waiting(records + rest, false, Optional.of(since));
        }
    }
}
