package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.avro.Article;
import org.onrecord.local.EmbeddedKafka;
import org.onrecord.local.LocalRegistry;
import org.onrecord.stream.registry.AvroSerde;
import org.onrecord.stream.registry.RegistryClient;

/** A registry that is away at the start is waited for, and nothing is lost. */
class RegistryAwayTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void anArticleWaitsForTheRegistryToComeBackAndBecomesAFactThen() throws InterruptedException {
        Optional<Path> registryData = Optional.of(directory.resolve("registry"));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0)) {
            String url;
            try (LocalRegistry registry = LocalRegistry.start(0, registryData)) {
                url = registry.url();
                publish(kafka, RegistryClient.of(Map.of("schema.registry.url", url)));
            }
            Map<String, Object> settings = Map.of(
                    StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                    kafka.bootstrapServers(),
                    StreamsConfig.STATE_DIR_CONFIG,
                    directory.resolve("state").toString(),
                    "schema.registry.url",
                    url);
            try (RunningPipeline pipeline =
                    RunningPipeline.start(settings, Parts.standard(PipelineConfig.of(settings)))) {
                // Long enough for the pipeline to have met the article and the closed door.
                assertThat(pipeline.awaitStopped(Duration.ofSeconds(8))).isFalse();
                assertThat(records(kafka, Topics.REJECTED)).isZero();
                assertThat(records(kafka, Topics.FACTS)).isZero();

                try (LocalRegistry again = LocalRegistry.start(URI.create(url).getPort(), registryData)) {
                    assertThat(again.url()).isEqualTo(url);
                    await().atMost(Duration.ofMinutes(3)).until(() -> records(kafka, Topics.FACTS) > 0);
                    assertThat(records(kafka, Topics.REJECTED)).isZero();
                }
            }
        }
    }

    private static void publish(EmbeddedKafka kafka, RegistryClient registry) {
        Map<String, Object> connection = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (Admin admin = Admin.create(connection);
                Producer<String, Article> producer = new KafkaProducer<>(
                        connection,
                        new StringSerializer(),
                        AvroSerde.of(Article.class, registry).serializer())) {
            new TopicProvisioner(admin, registry).create(Topics.specs(1, List.of("alpha")), Optional.empty());
            Article article = new Article(
                    "a1", "alpha", null, "", NOON, NOON, "The Velden canal was closed to barges on Monday.", null);
            var unused = producer.send(new ProducerRecord<>(Topics.ofOutlet("alpha"), "a1", article));
            producer.flush();
        }
    }

    /** Committed records of a topic of one partition. */
    private static int records(EmbeddedKafka kafka, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(1)).count();
        }
    }
}
