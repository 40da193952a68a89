package org.onrecord.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.onrecord.avro.Article;
import org.onrecord.avro.Claim;
import org.onrecord.avro.Fact;
import org.onrecord.resolution.StatementMessage;

/** The topology under a driver, with public serdes that need no registry. */
final class TestPipeline implements AutoCloseable {
    /** When every record is appended. */
    static final Instant APPENDED = Instant.parse("2026-03-02T13:00:00Z");

    private static final PublicSerdes SERDES = new PublicSerdes(
            serde(Article.getEncoder(), Article.getDecoder()),
            serde(Claim.getEncoder(), Claim.getDecoder()),
            serde(Fact.getEncoder(), Fact.getDecoder()));
    private static final PipelineConfig CONFIG = PipelineConfig.of(Map.of());
    /** By the length of a window, which is all that they take from the settings. */
    private static final Map<Duration, Parts> PARTS = new ConcurrentHashMap<>();

    private final Counts counts = new Counts();
    private final Path stateDir;
    private final TopologyTestDriver driver;
    private final List<TestRecord<String, Fact>> factRecords = new ArrayList<>();
    private final Map<String, Claim> claims = new TreeMap<>();
    private final List<TestRecord<byte[], byte[]>> rejected = new ArrayList<>();

    TestPipeline() {
        this(Map.of());
    }

    TestPipeline(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        try {
            stateDir = Files.createTempDirectory("onrecord-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology(PipelineConfig.of(settings), counts), properties, APPENDED);
    }

    static Topology topology() {
        return topology(CONFIG, Tally.NONE);
    }

    private static Topology topology(PipelineConfig config, Tally tally) {
        Parts parts = PARTS.computeIfAbsent(config.horizon(), horizon -> Parts.standard(config));
        return Pipeline.topology(config, parts, SERDES, tally);
    }

    private static <A extends SpecificRecord> Serde<A> serde(
            BinaryMessageEncoder<A> encoder, BinaryMessageDecoder<A> decoder) {
        return new SingleObjectSerde<>(encoder, decoder, avro -> avro, avro -> avro);
    }

    /** Publishes a revision of one paragraph a sentence; gives the bytes that were sent. */
    byte[] publish(String outlet, String id, Instant publishedAt, Instant updatedAt, String... paragraphs) {
        return publishAs(outlet, outlet, id, publishedAt, updatedAt, paragraphs);
    }

    byte[] publishAs(
            String outlet,
            String topicOutlet,
            String id,
            Instant publishedAt,
            Instant updatedAt,
            String... paragraphs) {
        Article article =
                new Article(id, outlet, null, "", publishedAt, updatedAt, String.join("\n\n", paragraphs), null);
        byte[] bytes = SERDES.article().serializer().serialize("", article);
        send(topicOutlet, id, bytes);
        return bytes;
    }

    void withdraw(String outlet, String id, Instant at) {
        Headers headers = new RecordHeaders();
        headers.add(org.onrecord.stream.RecordHeaders.UPDATED_AT, at.toString().getBytes(StandardCharsets.UTF_8));
        pipe(outlet, id, null, headers);
    }

    void send(String outlet, String key, byte[] value) {
        pipe(outlet, key, value, new RecordHeaders());
    }

    /** Sends a message to a statement. */
    void tell(String statement, StatementMessage message) {
        driver.createInputTopic(
                        Topics.STATEMENTS,
                        new StringSerializer(),
                        InternalSerdes.message().serializer())
                .pipeInput(statement, message);
        collect();
    }

    private void pipe(String outlet, String key, byte[] value, Headers headers) {
        driver.createInputTopic(
                        "articles." + outlet,
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        APPENDED,
                        Duration.ZERO)
                .pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, headers, APPENDED));
        collect();
    }

    private void collect() {
        factRecords.addAll(driver.createOutputTopic(
                        Topics.FACTS, new StringDeserializer(), SERDES.fact().deserializer())
                .readRecordsToList());
        driver.createOutputTopic(
                        Topics.CLAIMS, new StringDeserializer(), SERDES.claim().deserializer())
                .readRecordsToList()
                .forEach(record -> latest(claims, record));
        rejected.addAll(
                driver.createOutputTopic(Topics.REJECTED, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList());
    }

    private static <V> void latest(Map<String, V> values, TestRecord<String, V> record) {
        if (record.value() == null) {
            values.remove(record.key());
        } else {
            values.put(record.key(), record.value());
        }
    }

    List<TestRecord<String, Fact>> factRecords() {
        return factRecords;
    }

    /** What stands, by key. */
    Map<String, Fact> facts() {
        Map<String, Fact> facts = new HashMap<>();
        factRecords.forEach(record -> latest(facts, record));
        return facts;
    }

    Fact factAbout(String word) {
        List<Fact> found = facts().values().stream()
                .filter(fact -> fact.getStatement().contains(word))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " facts are about " + word + ": " + facts().values());
        }
        return found.get(0);
    }

    Map<String, Claim> claims() {
        return claims;
    }

    List<TestRecord<byte[], byte[]>> rejected() {
        return rejected;
    }

    static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    Counts counts() {
        return counts;
    }

    /** How many entries a store has. */
    int kept(String store) {
        int count = 0;
        try (KeyValueIterator<String, ?> all =
                driver.<String, Object>getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(stateDir.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
