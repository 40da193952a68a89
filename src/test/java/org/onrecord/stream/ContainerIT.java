package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.avro.Article;
import org.onrecord.avro.Fact;
import org.onrecord.local.LocalRegistry;
import org.onrecord.stream.registry.AvroSerde;
import org.onrecord.stream.registry.RegistryClient;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The same story against the broker's own image; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerIT {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.3.1");

    @TempDir
    private Path stateDir;

    @Test
    void aStoryIsToldByTwoOutletsAndWithdrawnByBoth() {
        try (LocalRegistry local = LocalRegistry.start(0, Optional.empty())) {
            RegistryClient registry = RegistryClient.of(Map.of("schema.registry.url", local.url()));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.getBootstrapServers()))) {
                new TopicProvisioner(admin, registry)
                        .create(Topics.specs(3, List.of("alpha", "beta")), Optional.of((short) 1));
            }
            Map<String, Object> settings = Map.of(
                    StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                    KAFKA.getBootstrapServers(),
                    StreamsConfig.STATE_DIR_CONFIG,
                    stateDir.toString(),
                    "schema.registry.url",
                    local.url());
            try (RunningPipeline pipeline =
                            RunningPipeline.start(settings, Parts.standard(PipelineConfig.of(settings)));
                    Producer<String, Article> producer = producer(registry);
                    KafkaConsumer<String, Fact> facts = consumer(registry)) {
                Map<String, Fact> standing = new HashMap<>();
                publish(producer, "alpha");
                publish(producer, "beta");
                awaitSupport(facts, standing, 2);
                publishNull(producer, "alpha");
                publishNull(producer, "beta");
                await().atMost(Duration.ofMinutes(3))
                        .untilAsserted(() -> assertThat(poll(facts, standing)).isEmpty());
                assertThat(pipeline.isRunning()).isTrue();
            }
        }
    }

    private static void awaitSupport(KafkaConsumer<String, Fact> facts, Map<String, Fact> standing, int claims) {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(poll(facts, standing).values())
                        .singleElement()
                        .extracting(Fact::getSupportCount)
                        .isEqualTo(claims));
    }

    private static Map<String, Fact> poll(KafkaConsumer<String, Fact> facts, Map<String, Fact> standing) {
        facts.poll(Duration.ofMillis(200)).forEach(record -> {
            if (record.value() == null) {
                standing.remove(record.key());
            } else {
                standing.put(record.key(), record.value());
            }
        });
        return standing;
    }

    private static Producer<String, Article> producer(RegistryClient registry) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA.getBootstrapServers()),
                new StringSerializer(),
                AvroSerde.of(Article.class, registry).serializer());
    }

    private static KafkaConsumer<String, Fact> consumer(RegistryClient registry) {
        KafkaConsumer<String, Fact> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KAFKA.getBootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                AvroSerde.of(Fact.class, registry).deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.FACTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static void publish(Producer<String, Article> producer, String outlet) {
        Article article = new Article(
                outlet + "-1", outlet, null, "", NOON, NOON, "The Velden canal was closed to barges on Monday.", null);
        var unused = producer.send(new ProducerRecord<>(Topics.ofOutlet(outlet), article.getId(), article));
        producer.flush();
    }

    private static void publishNull(Producer<String, Article> producer, String outlet) {
        var unused = producer.send(new ProducerRecord<>(Topics.ofOutlet(outlet), outlet + "-1", null));
        producer.flush();
    }
}
