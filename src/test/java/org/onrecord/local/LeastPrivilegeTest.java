package org.onrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.avro.Article;
import org.onrecord.stream.Lag;
import org.onrecord.stream.LagReaders;
import org.onrecord.stream.Parts;
import org.onrecord.stream.PipelineAcls;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.Preflight;
import org.onrecord.stream.RunningPipeline;
import org.onrecord.stream.TopicProvisioner;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.AvroSerde;
import org.onrecord.stream.registry.RegistryClient;

/** The rights that {@code onrecord topics --acls} prints, on a broker that checks them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LeastPrivilegeTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private static Path directory;

    private static GuardedKafka kafka;
    private static LocalRegistry registry;
    private static Admin root;

    @BeforeAll
    static void start() throws Exception {
        kafka = GuardedKafka.start(directory.resolve("kafka"));
        registry = LocalRegistry.start(0, Optional.empty());
        root = Admin.create(Map.of("bootstrap.servers", kafka.kafka().bootstrapServers()));
        new TopicProvisioner(root, registry()).create(Topics.specs(1, List.of("alpha")), Optional.empty());
        root.createAcls(PipelineAcls.of(GuardedKafka.PRINCIPAL, RunningPipeline.APPLICATION_ID))
                .all()
                .get();
    }

    @AfterAll
    static void stop() {
        root.close();
        registry.close();
        kafka.close();
    }

    @Test
    void thePipelineTurnsAnArticleIntoAFactWithThemAndMayDeleteWhatIsDone() {
        Map<String, Object> settings = new HashMap<>(kafka.asDesk());
        settings.put("schema.registry.url", registry.url());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
        try (RunningPipeline pipeline = RunningPipeline.start(settings, Parts.standard(PipelineConfig.of(settings)));
                Admin admin = Admin.create(kafka.asDesk())) {
            publish();
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(keysOfFacts()).isNotEmpty());
            assertThat(pipeline.isRunning()).isTrue();

            new Preflight(admin, registry(), RunningPipeline.APPLICATION_ID).check();
            Lag lag = new Lag(admin, new LagReaders(kafka.asDesk()), RunningPipeline.APPLICATION_ID);
            await().atMost(Duration.ofMinutes(1)).until(lag::drained);
            assertThat(admin.listConsumerGroupOffsets(RunningPipeline.APPLICATION_ID)
                            .partitionsToOffsetAndMetadata())
                    .succeedsWithin(Duration.ofSeconds(30));
            assertThat(admin.deleteRecords(
                                    Map.of(new TopicPartition(Topics.ARTICLES, 0), RecordsToDelete.beforeOffset(1)))
                            .all())
                    .succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void theyReachNoFurther() {
        try (Admin admin = Admin.create(kafka.asDesk());
                Producer<String, Article> producer = producer(kafka.asDesk())) {
            assertRefused(admin.deleteTopics(Set.of(Topics.FACTS)).all()::get, TopicAuthorizationException.class);
            assertRefused(
                    admin.createTopics(List.of(new NewTopic("elsewhere", 1, (short) 1)))
                            .all()::get,
                    TopicAuthorizationException.class);
            assertRefused(producer.send(article("alpha-2"))::get, TopicAuthorizationException.class);
        }
    }

    private static void assertRefused(ThrowingCallable call, Class<? extends Exception> as) {
        assertThatThrownBy(call).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(as);
    }

    private static RegistryClient registry() {
        return RegistryClient.of(Map.of("schema.registry.url", registry.url()));
    }

    private static void publish() {
        try (Producer<String, Article> producer =
                producer(Map.of("bootstrap.servers", kafka.kafka().bootstrapServers()))) {
            var unused = producer.send(article("alpha-1"));
        }
    }

    private static Producer<String, Article> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(
                settings,
                new StringSerializer(),
                AvroSerde.of(Article.class, registry()).serializer());
    }

    private static ProducerRecord<String, Article> article(String id) {
        return new ProducerRecord<>(
                Topics.ofOutlet("alpha"),
                id,
                new Article(
                        id, "alpha", null, "", NOON, NOON, "The Velden canal was closed to barges on Monday.", null));
    }

    private static Collection<String> keysOfFacts() {
        TopicPartition partition = new TopicPartition(Topics.FACTS, 0);
        Collection<String> keys = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.kafka().bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.poll(Duration.ofMillis(500)).forEach(record -> keys.add(record.key()));
        }
        return keys;
    }
}
