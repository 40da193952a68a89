package org.onrecord.serve;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.onrecord.avro.Article;
import org.onrecord.local.EmbeddedKafka;
import org.onrecord.local.LocalRegistry;
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

/** A broker, a registry, and a pipeline that is watched; each can go and come back. */
final class WatchedPipeline implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path directory;
    private final Duration unreadyAfter;
    private final Map<String, Object> more;
    private final int registryPort;
    private final String bootstrapServers;
    private EmbeddedKafka kafka;
    private LocalRegistry registry;
    private Operations operations;
    private RunningPipeline pipeline;

    WatchedPipeline(Path directory) {
        this(directory, Duration.ofMinutes(1));
    }

    /** @param unreadyAfter how long a broker may be away before the pipeline is not ready */
    WatchedPipeline(Path directory, Duration unreadyAfter) {
        this(directory, unreadyAfter, EmbeddedKafka.start(directory.resolve("kafka"), 0), Map.of());
    }

    /**
     * On a broker of another kind, which is closed with this.
     *
     * @param more what the pipeline is given besides, or instead
     */
    WatchedPipeline(Path directory, Duration unreadyAfter, EmbeddedKafka kafka, Map<String, Object> more) {
        this.directory = directory;
        this.unreadyAfter = unreadyAfter;
        this.kafka = kafka;
        this.more = new HashMap<>(more);
        this.bootstrapServers = kafka.bootstrapServers();
        this.registry = LocalRegistry.start(0, Optional.of(directory.resolve("registry")));
        this.registryPort = URI.create(registry.url()).getPort();
        try (Admin admin = admin()) {
            new TopicProvisioner(admin, registryClient())
                    .create(Topics.specs(1, List.of("alpha")), Optional.of((short) 1));
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
        settings.put("schema.registry.url", registry.url());
        settings.put(OperationsConfig.PORT, "0");
        settings.put(OperationsConfig.LAG_INTERVAL, "500");
        settings.put(OperationsConfig.UNREADY_AFTER, Long.toString(unreadyAfter.toMillis()));
        settings.putAll(more);
        return settings;
    }

    /** Gives the pipeline something else at its next start, as somebody does who has corrected a mistake. */
    void set(Map<String, ?> settings) {
        more.putAll(settings);
    }

    void watch() throws IOException {
        operations = Operations.start(settings());
    }

    /** As a new process does. */
    void watchAnew() throws IOException {
        operations.close();
        watch();
    }

    void run() {
        run(operations.config().endurance());
    }

    /** As it runs by itself, with as much patience as given. */
    void run(Endurance endurance) {
        run(Parts.standard(PipelineConfig.of(settings())), endurance);
    }

    void run(Parts parts, Endurance endurance) {
        pipeline = RunningPipeline.start(settings(), parts, operations.tally(), endurance);
        operations.watch(pipeline);
    }

    void stopPipeline() {
        pipeline.close();
    }

    RunningPipeline pipeline() {
        return pipeline;
    }

    Operations operations() {
        return operations;
    }

    void stopKafka() {
        kafka.close();
    }

    void startKafka() {
        kafka = EmbeddedKafka.start(
                directory.resolve("kafka"),
                Integer.parseInt(bootstrapServers.substring(bootstrapServers.indexOf(':') + 1)));
    }

    void stopRegistry() {
        registry.close();
    }

    void startRegistry() {
        registry = LocalRegistry.start(registryPort, Optional.of(directory.resolve("registry")));
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    RegistryClient registryClient() {
        return RegistryClient.of(Map.of("schema.registry.url", registry.url()));
    }

    /** Publishes an article; gives its append time. */
    Instant publish(String id, String body) {
        Article article = new Article(id, "alpha", null, "", NOON, NOON, body, null);
        return send(
                id, AvroSerde.of(Article.class, registryClient()).serializer().serialize("articles.alpha", article));
    }

    /** Sends bytes as they are; null withdraws. */
    Instant send(String id, byte[] value) {
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            return Instant.ofEpochMilli(producer.send(new ProducerRecord<>("articles.alpha", id, value))
                    .get()
                    .timestamp());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void drain() {
        try (Admin admin = admin()) {
            Lag lag = lag(admin);
            await().atMost(Duration.ofMinutes(2)).until(lag::drained);
        }
    }

    Lag lag(Admin admin) {
        return new Lag(
                admin, new LagReaders(Map.of("bootstrap.servers", bootstrapServers)), RunningPipeline.APPLICATION_ID);
    }

    HttpResponse<String> get(String path) {
        return request(HttpRequest.newBuilder(URI.create(operations.url()).resolve(path)));
    }

    HttpResponse<String> request(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of a metric, labels included in its name; empty when it is not there. */
    Optional<Double> metric(String name) {
        return get("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Double.valueOf(line.substring(name.length() + 1)))
                .findFirst();
    }

    @Override
    public void close() {
        if (pipeline != null) {
            pipeline.close();
        }
        if (operations != null) {
            operations.close();
        }
        registry.close();
        kafka.close();
    }
}
