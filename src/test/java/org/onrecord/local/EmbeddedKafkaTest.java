package org.onrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EmbeddedKafkaTest {
    private static final String TOPIC = "articles.test";

    @TempDir
    Path directory;

    @Test
    void itTakesTransactionsOnLoopbackAndKeepsItsDataOverARestart() throws Exception {
        String large = "x".repeat(16 * 1024 * 1024);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            assertThat(Probe.listensOnLoopbackOnly(kafka.port())).isTrue();
            assertThat(Probe.listensOnLoopbackOnly(kafka.controllerPort())).isTrue();

            createTopic(kafka);
            try (KafkaProducer<String, String> producer = producer(kafka)) {
                producer.initTransactions();
                transact(producer, "aborted");
                producer.abortTransaction();
                transact(producer, "kept");
                producer.send(new ProducerRecord<>(TOPIC, "k", large)).get();
                producer.commitTransaction();
            }
            assertThat(consume(kafka, "first", 2)).containsExactly("kept", large);
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            assertThat(consume(kafka, "second", 2)).containsExactly("kept", large);
            assertThat(consume(kafka, "first", 0)).isEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket other = Probe.taken()) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory, other.getLocalPort()))
                    .isInstanceOf(LocalModeException.class)
                    .hasMessageContaining("Port " + other.getLocalPort());
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "transactional.id", "test",
                        "max.request.size", "17000000"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void transact(KafkaProducer<String, String> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "k", value)).get();
    }

    /** Reads as the group until it has the expected number of records, and commits. */
    private static List<String> consume(EmbeddedKafka kafka, String group, int expected) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "group.id", group,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            do {
                for (ConsumerRecord<String, String> r : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(r.value());
                }
            } while ((values.size() < expected || consumer.assignment().isEmpty()) && System.nanoTime() < deadline);
            consumer.commitSync();
        }
        return values;
    }
}
