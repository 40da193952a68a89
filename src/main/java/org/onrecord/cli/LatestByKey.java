package org.onrecord.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** What stands on a compacted topic. */
final class LatestByKey {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LatestByKey() {}

    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<PartitionInfo> found = Optional.ofNullable(consumer.listTopics().get(topic))
                .orElseThrow(() -> new IllegalStateException("there is no topic " + topic + "; run `onrecord topics`"));
        return found.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Reads assigned partitions from the beginning up to what is committed now, and keeps the latest of each key. */
    static <V> Map<String, V> read(Consumer<byte[], V> consumer, List<TopicPartition> partitions) {
        Map<String, V> latest = new LinkedHashMap<>();
        each(consumer, partitions, record -> {
            if (record.value() == null) {
                latest.remove(key(record));
            } else {
                latest.put(key(record), record.value());
            }
        });
        return latest;
    }

    /** Gives each record of assigned partitions, from the beginning up to what is committed now. */
    static <V> void each(
            Consumer<byte[], V> consumer,
            List<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<byte[], V>> action) {
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long progress = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], V> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing came from " + partitions + " for " + PATIENCE.toSeconds() + " s");
            }
            records.forEach(action);
        }
    }

    static String key(ConsumerRecord<byte[], ?> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
