package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.local.EmbeddedKafka;

/** Lag against the truth, on a real broker. Each test has an outlet of its own, and a group. */
class LagTest {
    @TempDir
    private static Path directory;

    private static EmbeddedKafka kafka;
    private static Admin admin;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        admin = Admin.create(connection());
        create(Topics.FACTS, 1);
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void anHourAfterTheOldestRecordNotDoneWasAppendedTheLagIsAnHour() {
        create("articles.hour", 2);
        long done = send("articles.hour", 0, 1).get(0).toEpochMilli();
        List<Instant> appended = send("articles.hour", 0, 3);
        commit("hour", "articles.hour", 1, "classic");
        Instant oldest = appended.get(0);

        Lag.Topic topic = lagAt(oldest.plus(Duration.ofHours(1)), "hour").topic("articles.hour");

        assertThat(oldest.toEpochMilli()).isGreaterThanOrEqualTo(done);
        assertThat(topic.oldest()).isEqualTo(Duration.ofHours(1));
        assertThat(topic.records()).isEqualTo(3);
        assertThat(topic.exact()).isTrue();
        assertThat(topic.stage()).isEqualTo(Stage.INTAKE);
    }

    @Test
    void markersAndAbortedRecordsAreNoLag() {
        create("articles.aborted", 1);
        try (Producer<byte[], byte[]> producer = transactional("aborted")) {
            transaction(producer, "articles.aborted", 2, true);
            transaction(producer, "articles.aborted", 5, false);
            transaction(producer, "articles.aborted", 1, true);
            transaction(producer, "articles.aborted", 4, false);
        }
        // A transaction is over a moment before its markers are written.
        await().until(() ->
                lagAt(Instant.now(), "aborted").topic("articles.aborted").end() == 16);
        commit("aborted", "articles.aborted", 0, "classic");
        assertThat(lagAt(Instant.now(), "aborted").topic("articles.aborted").records())
                .isEqualTo(3);

        // Behind the last record that anybody gets there are still a marker, four aborted records and theirs.
        commit("aborted", "articles.aborted", 10, "classic");
        Lag.Topic drained = lagAt(Instant.now().plusSeconds(60), "aborted").topic("articles.aborted");

        assertThat(drained.done()).isEqualTo(10);
        assertThat(drained.records()).isZero();
        assertThat(drained.oldest()).isZero();
    }

    @Test
    void holesOfCompactionAreNoLag() {
        compactAtOnce("articles.compacted");
        send("articles.compacted", 0, 3);
        commit("compacted", "articles.compacted", 1, "classic");
        // Only a further record closes a segment, so each round writes one until the first keys have gone.
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    send("articles.compacted", 0, 3);
                    Lag.Topic topic = lagAt(Instant.now(), "compacted").topic("articles.compacted");
                    return topic.records() < topic.end() - topic.done();
                });
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        lagAt(Instant.now(), "compacted").topic("articles.compacted"))
                .satisfies(topic -> assertThat(topic.exact()).isTrue())
                .extracting(Lag.Topic::records)
                .isEqualTo(recordsBehind("articles.compacted", 1)));

        long end = lagAt(Instant.now(), "compacted").topic("articles.compacted").end();
        commit("compacted", "articles.compacted", end, "classic");
        assertThat(lagAt(Instant.now(), "compacted").topic("articles.compacted").records())
                .isZero();
    }

    @Test
    void recordsOfAnOpenTransactionDoNotWaitForIntakeYetButNothingIsDrained() {
        create("articles.open", 1);
        commit("open", "articles.open", 0, "classic");
        try (Producer<byte[], byte[]> producer = transactional("open")) {
            producer.beginTransaction();
            send(producer, "articles.open", 2);
            producer.flush();

            Lag lag = new Lag(admin, new LagReaders(connection()), "open");
            assertThat(topic(lag.snapshot(), "articles.open").records()).isZero();
            assertThat(lag.drained()).isFalse();

            producer.commitTransaction();
            await().untilAsserted(() ->
                    assertThat(topic(lag.snapshot(), "articles.open").records()).isEqualTo(2));
        }
    }

    @Test
    void factsThatAreWrittenAndNotCommittedWaitAtTheLastStage() {
        try (Producer<byte[], byte[]> producer = transactional("facts")) {
            producer.beginTransaction();
            send(producer, Topics.FACTS, 2);
            producer.flush();
            Lag.Topic open = lagAt(Instant.now().plusSeconds(3600), "facts").topic(Topics.FACTS);
            assertThat(open.records()).isEqualTo(2);
            assertThat(open.oldest()).isGreaterThan(Duration.ofMinutes(59));

            producer.commitTransaction();
            await().untilAsserted(() -> assertThat(
                            lagAt(Instant.now(), "facts").topic(Topics.FACTS).records())
                    .isZero());
        }
    }

    @Test
    void beyondAFewHundredRecordsTheirNumberIsEstimatedAndTheTimeIsNot() {
        create("articles.many", 1);
        try (Producer<byte[], byte[]> producer = transactional("many")) {
            for (int i = 0; i < 40; i++) {
                transaction(producer, "articles.many", 49, true); // and a marker each
            }
        }
        await().until(() -> lagAt(Instant.now(), "many").topic("articles.many").end() == 2000);
        Lag.Topic topic = lagAt(Instant.now(), "many").topic("articles.many");

        assertThat(topic.exact()).isFalse();
        assertThat(topic.records()).isBetween(1950L, 1970L);
        assertThat(topic.end() - topic.done()).isEqualTo(2000);
        assertThat(topic.oldest()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void groupsOfEitherRebalanceProtocolAreRead(String protocol) {
        String topic = "articles.by-" + protocol;
        create(topic, 1);
        send(topic, 0, 5);
        commitAsMember(protocol, topic, 2, protocol);

        assertThat(lagAt(Instant.now(), protocol).topic(topic).records()).isEqualTo(3);
        assertThat(GroupStanding.of(admin, protocol).protocol()).isEqualTo(protocol);
    }

    @Test
    void aGroupOfTheStreamsProtocolIsReadAlike() {
        create("articles.by-streams", 1);
        send("articles.by-streams", 0, 5);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("articles.by-streams", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .foreach((key, value) -> {});
        Properties settings = new Properties();
        settings.putAll(connection());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "by-streams");
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
            streams.start();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> lagAt(Instant.now(), "by-streams")
                                    .topic("articles.by-streams")
                                    .records()
                            == 0);
            assertThat(GroupStanding.of(admin, "by-streams").members()).isEqualTo(1);
        }

        send("articles.by-streams", 0, 3);
        assertThat(lagAt(Instant.now(), "by-streams")
                        .topic("articles.by-streams")
                        .records())
                .isEqualTo(3);
        assertThat(GroupStanding.of(admin, "by-streams").protocol()).isEqualTo("streams");
    }

    @Test
    void aGroupThatHasNeverCommittedIsBehindByEverythingThatThereIs() {
        create("articles.unread", 1);
        send("articles.unread", 0, 4);

        assertThat(lagAt(Instant.now(), "nobody").topic("articles.unread").records())
                .isEqualTo(4);
        assertThat(GroupStanding.of(admin, "nobody").members()).isZero();
    }

    /** The lag of a group, told at a time. */
    private record Told(Lag.Snapshot snapshot) {
        Lag.Topic topic(String name) {
            return LagTest.topic(snapshot, name);
        }
    }

    private static Told lagAt(Instant time, String group) {
        Clock clock = Clock.fixed(time, ZoneOffset.UTC);
        return new Told(new Lag(admin, new LagReaders(connection()), group, clock).snapshot());
    }

    private static Lag.Topic topic(Lag.Snapshot snapshot, String name) {
        return snapshot.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> connection() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static void create(String topic, int partitions) {
        AdminCalls.get(admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())
                        .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"))))
                .all());
    }

    /** Segments of a tenth of a second, each worth compacting as soon as it is closed. */
    private static void compactAtOnce(String topic) {
        AdminCalls.get(admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())
                        .configs(Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                                TopicConfig.SEGMENT_MS_CONFIG, "100",
                                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.001",
                                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "100"))))
                .all());
    }

    /** What a reader gets who starts at an offset. */
    private static long recordsBehind(String topic, long offset) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("reader-of-" + topic, "classic")) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            long records = 0;
            while (consumer.position(partition) < end) {
                records += consumer.poll(Duration.ofMillis(200)).count();
            }
            return records;
        }
    }

    /** Sends records; gives the append time of each. */
    private static List<Instant> send(String topic, int partition, int records) {
        List<Instant> appended = new ArrayList<>();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                appended.add(Instant.ofEpochMilli(producer.send(new ProducerRecord<>(topic, partition, key(i), key(i)))
                        .get()
                        .timestamp()));
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return appended;
    }

    private static byte[] key(int i) {
        return Integer.toString(i).getBytes(StandardCharsets.UTF_8);
    }

    private static Producer<byte[], byte[]> transactional(String id) {
        Map<String, Object> settings = new HashMap<>(connection());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static void transaction(Producer<byte[], byte[]> producer, String topic, int records, boolean commit) {
        producer.beginTransaction();
        send(producer, topic, records);
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.flush(); // so that there is something to abort
            producer.abortTransaction();
        }
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, int records) {
        for (int i = 0; i < records; i++) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, key(i), key(i)));
        }
    }

    private static void commit(String group, String topic, long offset, String protocol) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group, protocol)) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
        }
    }

    /** Commits as a group that has members does, so that the group has its protocol's type. */
    private static void commitAsMember(String group, String topic, long offset, String protocol) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group, protocol)) {
            consumer.subscribe(List.of(topic));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(100));
            }
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset)));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String group, String protocol) {
        Map<String, Object> settings = new HashMap<>(connection());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
