package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.avro.Claim;
import org.onrecord.avro.Fact;
import org.onrecord.avro.Support;
import org.onrecord.interchange.ArticleLine;
import org.onrecord.local.LocalMode;
import org.onrecord.stream.Lag;
import org.onrecord.stream.LagReaders;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.RecordHeaders;
import org.onrecord.stream.RunningPipeline;
import org.onrecord.stream.TopicProvisioner;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.AvroSerde;

/** The pipeline on a real broker, with exactly-once and a real registry. Each test tells a story of its own. */
class EndToEndTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static LocalPipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = LocalPipeline.start(
                LocalMode.Options.temporary(),
                3,
                List.of("alpha", "beta"),
                Map.of(
                        PipelineConfig.GRACE,
                        Long.toString(Duration.ofDays(36_500).toMillis())));
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aStoryIsToldRevisedAndWithdrawn() {
        String canal = "The Velden canal was closed to barges on Monday.";
        publish("alpha", "canal-1", NOON, NOON, canal);
        publish("beta", "canal-2", NOON.plusSeconds(60), NOON.plusSeconds(60), canal);
        pipeline.drain(PATIENCE);
        assertThat(outlets(fact("Velden"))).containsExactlyInAnyOrder("alpha", "beta");

        publish(
                "beta",
                "canal-2",
                NOON.plusSeconds(60),
                NOON.plusSeconds(600),
                "The lock keepers of Ruhmor went home.");
        pipeline.drain(PATIENCE);
        assertThat(outlets(fact("Velden"))).containsExactly("alpha");

        pipeline.send(new ArticleLine("canal-1", "alpha", NOON.plusSeconds(900), Optional.empty()));
        pipeline.drain(PATIENCE);
        assertThat(about("Velden")).isEmpty();
        assertThat(claims()).noneMatch(claim -> claim.getArticleId().equals("canal-1"));
    }

    @Test
    void anOutletWithTwelvePartitionsJoinsAPipelineWhoseTopicsHaveThree() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", pipeline.bootstrapServers()))) {
            new TopicProvisioner(admin, pipeline.registry())
                    .create(List.of(Topics.outlet("newcomer", 12)), Optional.empty());
        }
        for (int i = 0; i < 24; i++) {
            publish(
                    "newcomer",
                    "museum-" + i,
                    NOON,
                    NOON,
                    "The Hollin museum has " + (100 + i) + " clocks in room " + i + ".");
        }
        pipeline.drain(PATIENCE);

        long carried = claims().stream()
                .filter(claim -> claim.getOutlet().equals("newcomer"))
                .map(Claim::getArticleId)
                .distinct()
                .count();
        assertThat(carried).isEqualTo(24);
        assertThat(pipeline.pipeline().isRunning()).isTrue();
    }

    @Test
    void articlesOf1987And2026LastOnTheSameTopics() {
        Instant then = Instant.parse("1987-03-02T12:00:00Z");
        publish("alpha", "wheat-1987", then, then, "Farmers in Ostmark sold their wheat to the Dorn mill.");
        publish("alpha", "wheat-2026", NOON, NOON, "Farmers in Ostmark sold their barley to the Lusk brewery.");
        pipeline.drain(PATIENCE);

        assertThat(about("wheat to the Dorn")).hasSize(1);
        assertThat(about("barley to the Lusk")).hasSize(1);
        assertThat(fact("wheat to the Dorn").getFirstReportedAt()).isEqualTo(then);
    }

    @Test
    void whatCannotBeReadIsRejectedWithItsBytesAndThePipelineGoesOn() {
        byte[] unknownSchema = {0, 0, 1, (byte) 226, 64, 1, 2, 3};
        byte[] noHeader = {0, 0, 0};
        byte[] truncated = truncatedArticle();
        try (Producer<byte[], byte[]> raw = new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var first = raw.send(
                    new ProducerRecord<>("articles.beta", "u".getBytes(StandardCharsets.UTF_8), unknownSchema));
            var second =
                    raw.send(new ProducerRecord<>("articles.beta", "h".getBytes(StandardCharsets.UTF_8), noHeader));
            var third =
                    raw.send(new ProducerRecord<>("articles.beta", "t".getBytes(StandardCharsets.UTF_8), truncated));
            raw.flush();
            assertThat(List.of(first, second, third)).allMatch(Future::isDone);
        }
        publish("beta", "after", NOON, NOON, "The Quill theatre in Andsworth sold every ticket.");
        pipeline.drain(PATIENCE);

        Map<String, byte[]> rejected = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = pipeline.consumer(new ByteArrayDeserializer())) {
            consumer.assign(LatestByKey.partitions(consumer, Topics.REJECTED));
            consumer.seekToBeginning(consumer.assignment());
            for (int i = 0; i < 20 && rejected.size() < 3; i++) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    rejected.put(LatestByKey.key(record), record.value());
                    assertThat(new String(
                                    record.headers()
                                            .lastHeader(RecordHeaders.REASON)
                                            .value(),
                                    StandardCharsets.UTF_8))
                            .isEqualTo("UNREADABLE");
                    assertThat(record.headers().lastHeader(RecordHeaders.OFFSET))
                            .isNotNull();
                });
            }
        }
        assertThat(rejected).containsOnlyKeys("u", "h", "t");
        assertThat(rejected.get("u")).isEqualTo(unknownSchema);
        assertThat(rejected.get("h")).isEqualTo(noHeader);
        assertThat(rejected.get("t")).isEqualTo(truncated);
        assertThat(about("Quill theatre")).hasSize(1);
    }

    @Test
    void drainedTopicsShowNoLagAlthoughEachPartitionEndsInATransactionMarker() {
        publish("alpha", "ferry", NOON, NOON, "The Ander ferry carried 900 cars.");
        pipeline.drain(PATIENCE);

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", pipeline.bootstrapServers()))) {
            Lag lag = new Lag(
                    admin,
                    new LagReaders(Map.of("bootstrap.servers", pipeline.bootstrapServers())),
                    RunningPipeline.APPLICATION_ID);
            assertThat(lag.snapshot().records()).isZero();
        }
    }

    private static byte[] truncatedArticle() {
        org.onrecord.avro.Article article = org.onrecord.avro.Article.newBuilder()
                .setId("t")
                .setOutlet("beta")
                .setPublishedAt(NOON)
                .setBody("The Quill theatre in Andsworth is full.")
                .build();
        byte[] whole = AvroSerde.of(org.onrecord.avro.Article.class, pipeline.registry())
                .serializer()
                .serialize("articles.beta", article);
        return Arrays.copyOf(whole, whole.length - 5);
    }

    /** What a consumer has who keeps the latest of each key, wherever it stops, and whatever was compacted before it came. */
    @Test
    void whoKeepsTheLatestOfEachKeyHasTheFactsThatStandThoughTheTopicWasCompacted() throws Exception {
        Map<String, Fact> kept = new HashMap<>();
        AtomicLong told = new AtomicLong();
        AtomicInteger revision = new AtomicInteger(4);
        try (Consumer<byte[], Fact> consumer = pipeline.consumer(
                        AvroSerde.of(Fact.class, pipeline.registry()).deserializer());
                Admin admin = Admin.create(Map.of("bootstrap.servers", pipeline.bootstrapServers()))) {
            List<TopicPartition> partitions = LatestByKey.partitions(consumer, Topics.FACTS);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            compactAtOnce(admin);
            for (int i = 0; i < 4; i++) {
                publish("alpha", "mill", NOON, NOON.plusSeconds(i), "The Dorn mill has " + (20 + i) + " millers.");
                publish("beta", "mine-" + i, NOON, NOON, "The Lusk mine has " + (700 + 50 * i) + " miners.");
                if (i % 2 == 1) {
                    pipeline.send(new ArticleLine("mine-" + i, "beta", NOON.plusSeconds(60), Optional.empty()));
                }
                pipeline.drain(PATIENCE);
                told.addAndGet(keepLatest(consumer, kept));
                assertThat(kept).isEqualTo(standing());
                assertThat(statements(kept, "Dorn mill has"))
                        .singleElement(STRING)
                        .contains((20 + i) + " millers");
                assertThat(statements(kept, "Lusk mine has"))
                        .noneMatch(withdrawn -> withdrawn.contains("750 miners") || withdrawn.contains("850 miners"))
                        .isNotEmpty();
            }
            // Only a further record closes a segment, so each round writes one until some are compacted away.
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                int i = revision.getAndIncrement();
                publish("alpha", "mill", NOON, NOON.plusSeconds(i), "The Dorn mill has " + (20 + i) + " millers.");
                pipeline.drain(PATIENCE);
                told.addAndGet(keepLatest(consumer, kept));
                return records() < told.get();
            });
            assertThat(kept).isEqualTo(standing());
        }
    }

    /** Segments of a tenth of a second, each worth compacting as soon as it is closed. */
    private static void compactAtOnce(Admin admin) throws Exception {
        ConfigResource facts = new ConfigResource(ConfigResource.Type.TOPIC, Topics.FACTS);
        List<AlterConfigOp> settings = Map.of(
                        "segment.ms", "100", "min.cleanable.dirty.ratio", "0.001", "max.compaction.lag.ms", "100")
                .entrySet()
                .stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(facts, settings)).all().get();
    }

    /** Returns how many records there were, withdrawals among them. */
    private static long keepLatest(Consumer<byte[], Fact> consumer, Map<String, Fact> kept) {
        long count = 0;
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], Fact> record : consumer.poll(Duration.ofMillis(200))) {
                count++;
                if (record.value() == null) {
                    kept.remove(LatestByKey.key(record));
                } else {
                    kept.put(LatestByKey.key(record), record.value());
                }
            }
        }
        return count;
    }

    private static List<String> statements(Map<String, Fact> facts, String words) {
        return facts.values().stream()
                .map(Fact::getStatement)
                .filter(statement -> statement.contains(words))
                .toList();
    }

    private static Map<String, Fact> standing() {
        return pipeline.latest(
                Topics.FACTS, AvroSerde.of(Fact.class, pipeline.registry()).deserializer());
    }

    private static long records() {
        long[] count = new long[1];
        pipeline.eachRecord(Topics.FACTS, new ByteArrayDeserializer(), fact -> count[0]++);
        return count[0];
    }

    @Test
    void lagSaysHowManyBlocksReachedTheirCap() {
        java.io.StringWriter out = new java.io.StringWriter();
        int code = Main.commandLine()
                .setOut(new java.io.PrintWriter(out))
                .execute("lag", "--bootstrap-server", pipeline.bootstrapServers());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("onrecord.blocks", "blocks that ever reached their cap: 0");
    }

    private static void publish(String outlet, String id, Instant publishedAt, Instant updatedAt, String body) {
        Article article = new Article(id, outlet, Optional.empty(), "", publishedAt, updatedAt, body);
        pipeline.send(new ArticleLine(id, outlet, updatedAt, Optional.of(article)));
    }

    private static Fact fact(String words) {
        List<Fact> found = about(words);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Fact> about(String words) {
        Map<String, Fact> facts = pipeline.latest(
                Topics.FACTS, AvroSerde.of(Fact.class, pipeline.registry()).deserializer());
        return facts.values().stream()
                .filter(fact -> fact.getStatement().contains(words))
                .toList();
    }

    private static Collection<Claim> claims() {
        return pipeline.latest(
                        Topics.CLAIMS,
                        AvroSerde.of(Claim.class, pipeline.registry()).deserializer())
                .values();
    }

    private static List<String> outlets(Fact fact) {
        return fact.getSupport().stream().map(Support::getOutlet).distinct().collect(Collectors.toList());
    }
}
