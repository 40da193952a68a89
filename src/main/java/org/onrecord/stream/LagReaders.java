package org.onrecord.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers that look at what waits, a little of each partition at a time. */
public final class LagReaders implements Lag.Readers {
    private final Map<String, Object> settings = new HashMap<>();

    /** @param connection Kafka's settings, among others; those of consumers are taken */
    public LagReaders(Map<String, ?> connection) {
        connection.forEach((key, value) -> {
            if (ConsumerConfig.configNames().contains(key)) {
                settings.put(key, value);
            }
        });
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Only times and numbers are wanted, and the articles come with them.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 << 10);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
    }

    @Override
    public Consumer<byte[], byte[]> open(IsolationLevel isolation) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation == IsolationLevel.READ_COMMITTED ? "read_committed" : "read_uncommitted");
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
