package org.onrecord.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.onrecord.avro.Article;
import org.onrecord.interchange.ArticleLine;
import org.onrecord.local.LocalMode;
import org.onrecord.stream.Counts;
import org.onrecord.stream.Endurance;
import org.onrecord.stream.Lag;
import org.onrecord.stream.LagReaders;
import org.onrecord.stream.Parts;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.RunningPipeline;
import org.onrecord.stream.TopicProvisioner;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.AvroSerde;
import org.onrecord.stream.registry.RegistryClient;

/** Local mode with its topics, the pipeline at work, and a producer of articles. */
final class LocalPipeline implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final LocalMode local;
    private final RegistryClient registry;
    private final Admin admin;
    private final RunningPipeline pipeline;
    private final Producer<String, Article> producer;
    private final Lag lag;
    private final Counts counts;

    private LocalPipeline(
            LocalMode local, RegistryClient registry, Admin admin, RunningPipeline pipeline, Counts counts) {
        this.local = local;
        this.registry = registry;
        this.admin = admin;
        this.pipeline = pipeline;
        this.counts = counts;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        local.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        16 << 20),
                new StringSerializer(),
                AvroSerde.of(Article.class, registry).serializer());
        this.lag = new Lag(
                admin,
                new LagReaders(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, local.bootstrapServers())),
                RunningPipeline.APPLICATION_ID);
    }

    /**
     * Starts all of it and waits until the pipeline has its partitions.
     *
     * @param outlets whose topics are to be there from the start
     * @param settings On Record's own
     */
    static LocalPipeline start(
            LocalMode.Options options, int partitions, Collection<String> outlets, Map<String, ?> settings) {
        return start(options, partitions, outlets, settings, Parts::standard);
    }

    static LocalPipeline start(
            LocalMode.Options options,
            int partitions,
            Collection<String> outlets,
            Map<String, ?> settings,
            Function<PipelineConfig, Parts> parts) {
        LocalMode local = LocalMode.start(options);
        try {
            RegistryClient registry = RegistryClient.of(Map.of("schema.registry.url", local.registryUrl()));
            Admin admin = Admin.create(Map.of("bootstrap.servers", local.bootstrapServers()));
            new TopicProvisioner(admin, registry).create(Topics.specs(partitions, outlets), Optional.empty());
            Map<String, Object> properties = new HashMap<>(settings);
            properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, local.bootstrapServers());
            properties.put("schema.registry.url", local.registryUrl());
            properties.put(
                    StreamsConfig.STATE_DIR_CONFIG,
                    local.directory().resolve("state").toString());
            // Alone on its own broker, the pipeline can commit and look for new outlets more often.
            properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 25);
            properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG), 1_000);
            Counts counts = new Counts();
            RunningPipeline pipeline = RunningPipeline.start(
                    properties, parts.apply(PipelineConfig.of(properties)), counts, Endurance.STANDARD);
            local.closeFirst(pipeline::close);
            awaitRunning(pipeline);
            return new LocalPipeline(local, registry, admin, pipeline, counts);
        } catch (RuntimeException e) {
            local.close();
            throw e;
        }
    }

    private static void awaitRunning(RunningPipeline pipeline) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!pipeline.isRunning()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the pipeline did not start within " + START_TIMEOUT.toSeconds() + " s");
            }
            pause(20);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    String bootstrapServers() {
        return local.bootstrapServers();
    }

    String registryUrl() {
        return local.registryUrl();
    }

    RegistryClient registry() {
        return registry;
    }

    RunningPipeline pipeline() {
        return pipeline;
    }

    /** What was refused and dropped since the start. */
    Counts counts() {
        return counts;
    }

    /** Sends an article and returns when the broker has it. */
    void send(ArticleLine line) {
        try {
            producer.send(ArticleRecords.of(line)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused article " + line.id(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until all that was sent has come through. */
    void drain(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!lag.drained()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the pipeline did not come through within " + timeout.toSeconds()
                        + " s; run again with ONRECORD_OPTS=-Donrecord.log.level=info to see what it does");
            }
            pause(20);
        }
    }

    /** A consumer without a group, that sees only what is committed. */
    <V> Consumer<byte[], V> consumer(Deserializer<V> values) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        local.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                values);
    }

    /** What stands on a compacted topic, by key. */
    <V> Map<String, V> latest(String topic, Deserializer<V> values) {
        try (Consumer<byte[], V> consumer = consumer(values)) {
            var partitions = LatestByKey.partitions(consumer, topic);
            consumer.assign(partitions);
            return LatestByKey.read(consumer, partitions);
        }
    }

    /** Gives every record of a topic that is still there, older ones of a key before newer ones. */
    <V> void eachRecord(String topic, Deserializer<V> values, java.util.function.Consumer<V> action) {
        try (Consumer<byte[], V> consumer = consumer(values)) {
            var partitions = LatestByKey.partitions(consumer, topic);
            consumer.assign(partitions);
            LatestByKey.each(consumer, partitions, record -> action.accept(record.value()));
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
        local.close();
    }
}
