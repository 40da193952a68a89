package org.onrecord.serve;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.onrecord.stream.Diagnosis;
import org.onrecord.stream.RunningPipeline;
import org.onrecord.stream.SharedRocksDbMemory;
import org.onrecord.stream.Tally;

/**
 * Watches a pipeline, from before it starts, and tells on the operations port how it is. Safe for use by several
 * threads.
 */
public final class Operations implements AutoCloseable {
    private final OperationsConfig config;
    private final Meters meters;
    private final KafkaMeters kafka;
    private final LagWatch lag;
    private final RegistryWatch registry;
    private final About about;
    private final OperationsServer server;
    private volatile String waitingFor = "it is starting";
    private volatile RunningPipeline pipeline;

    private Operations(OperationsConfig config, Map<String, ?> properties, String applicationId) throws IOException {
        this.config = config;
        this.about = new About(applicationId);
        this.meters = new Meters(about.version(), applicationId);
        this.kafka = new KafkaMeters(meters);
        this.lag = new LagWatch(properties, applicationId, config.lagInterval(), meters::failed);
        this.registry = new RegistryWatch(properties, meters::failed);
        gauges(Path.of(String.valueOf(properties.get(StreamsConfig.STATE_DIR_CONFIG))));
        this.server = OperationsServer.start(config, new OperationsPages(this, meters));
    }

    /**
     * Opens the operations port and begins to watch the broker and the registry.
     *
     * @param properties Kafka's settings, the registry's and On Record's own, the state directory among them
     * @throws IOException when the port cannot be had
     */
    public static Operations start(Map<String, ?> properties) throws IOException {
        Object id = properties.get(StreamsConfig.APPLICATION_ID_CONFIG);
        Operations operations = new Operations(
                OperationsConfig.of(properties),
                properties,
                id == null ? RunningPipeline.APPLICATION_ID : id.toString());
        operations.lag.start();
        operations.registry.start();
        return operations;
    }

    private void gauges(Path stateDir) {
        meters.gauge("onrecord.lag.observation.age.seconds", () -> lag.age().toMillis() / 1000.0);
        meters.gauge("onrecord.broker.up", () -> lag.isUp() ? 1 : 0);
        meters.gauge("onrecord.registry.up", () -> registry.isUp() ? 1 : 0);
        meters.gauge("onrecord.ready", () -> health().ready() ? 1 : 0);
        for (State state : State.values()) {
            meters.gauge(
                    "onrecord.streams.state",
                    () -> ofPipeline(running -> running.state() == state ? 1 : 0),
                    "state",
                    Meters.label(state));
        }
        meters.gauge("onrecord.stream.threads", () -> ofPipeline(RunningPipeline::threads));
        meters.gauge("onrecord.rebalancing.seconds", () -> ofPipeline(Operations::rebalancing));
        meters.gauge("onrecord.restore.remaining.records", () -> ofPipeline(RunningPipeline::restoreRemaining));
        meters.gauge("onrecord.restoring.stores", () -> ofPipeline(RunningPipeline::restoring));
        meters.gauge("onrecord.state.dir.free.bytes", () -> volume(stateDir, FileStore::getUsableSpace));
        meters.gauge("onrecord.state.dir.size.bytes", () -> volume(stateDir, FileStore::getTotalSpace));
        meters.gauge("onrecord.rocksdb.block.cache.bytes", SharedRocksDbMemory::cacheBytes);
        meters.gauge("onrecord.rocksdb.block.cache.pinned.bytes", SharedRocksDbMemory::pinnedBytes);
        meters.gauge("onrecord.rocksdb.block.cache.capacity.bytes", SharedRocksDbMemory::capacityBytes);
    }

    private Number ofPipeline(Function<RunningPipeline, Number> value) {
        RunningPipeline running = pipeline;
        return running == null ? 0 : value.apply(running);
    }

    private static double rebalancing(RunningPipeline running) {
        return running.state() == State.REBALANCING ? inState(running).toMillis() / 1000.0 : 0;
    }

    private static Duration inState(RunningPipeline running) {
        return Duration.between(running.stateSince(), Instant.now());
    }

    /** Asks a volume's size of whatever part of the path is there already. */
    private static double volume(Path directory, VolumeSize size) {
        Path existing = directory.toAbsolutePath();
        while (existing != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null ? Double.NaN : size.of(Files.getFileStore(existing));
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** One of a volume's sizes. */
    @FunctionalInterface
    private interface VolumeSize {
        long of(FileStore volume) throws IOException;
    }

    /** What the pipeline is to tell about its work. */
    public Tally tally() {
        return meters;
    }

    /** How much the pipeline is to bear. */
    public OperationsConfig config() {
        return config;
    }

    /** Says what the pipeline waits for before it can start. */
    public void waitingFor(String what) {
        waitingFor = what;
    }

    /** Watches a pipeline from now on. */
    public void watch(RunningPipeline started) {
        pipeline = started;
    }

    /** The address of the status page. */
    public String url() {
        return server.url();
    }

    Health health() {
        RunningPipeline running = pipeline;
        if (running == null) {
            return Health.waiting(waitingFor);
        }
        Health.Signs signs = new Health.Signs(
                running.state(),
                running.hasRun(),
                inState(running),
                running.restoring(),
                running.restoreRemaining(),
                running.gaveUp()
                        .or(() -> running.failing(config.unreadyAfter()))
                        .map(Diagnosis::message));
        return Health.of(signs, lag.age(), config.unreadyAfter().plus(config.lagInterval()));
    }

    LagWatch lag() {
        return lag;
    }

    About about() {
        return about;
    }

    /** Brings up to date what is not asked for by itself when it is scraped. */
    void refresh() {
        meters.lag(lag.history().progress());
        RunningPipeline running = pipeline;
        kafka.refresh(running == null ? Map.of() : running.streams().metrics());
    }

    @Override
    public void close() {
        server.close();
        lag.close();
        registry.close();
    }
}
