package org.onrecord.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline at work in this process, until it is closed. */
public final class RunningPipeline implements AutoCloseable {
    /** The application id, and so the consumer group, unless told otherwise. */
    public static final String APPLICATION_ID = "onrecord";

    private static final Logger LOG = LoggerFactory.getLogger(RunningPipeline.class);
    private static final long PAUSE_BEFORE_RETRY_MS = 1_000;
    /** Enough for a refused article to be passed on whole. */
    private static final int MAX_REQUEST_BYTES = 16 << 20;

    private final KafkaStreams streams;
    private final InternalTopicPurger purger;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Tally tally;
    private final Endurance endurance;
    private final FailureLimit limit;
    private final Restores restores = new Restores();
    private final Troubles troubles = new Troubles();
    private volatile Instant stateSince = Instant.now();
    private volatile boolean hasRun;
    private volatile Diagnosis gaveUp;
    private volatile Instant gaveUpAt;
    private volatile boolean asked;

    private RunningPipeline(KafkaStreams streams, InternalTopicPurger purger, Tally tally, Endurance endurance) {
        this.streams = streams;
        this.purger = purger;
        this.tally = tally;
        this.endurance = endurance;
        this.limit = new FailureLimit(endurance);
    }

    /** Starts a pipeline that nobody counts, with {@link Endurance#STANDARD}. */
    public static RunningPipeline start(Map<String, ?> properties, Parts parts) {
        return start(properties, parts, Tally.NONE, Endurance.STANDARD);
    }

    /**
     * Starts the pipeline. Topics must be there.
     *
     * @param properties Kafka's settings and On Record's own; they override the defaults
     */
    public static RunningPipeline start(Map<String, ?> properties, Parts parts, Tally tally, Endurance endurance) {
        PipelineConfig config = PipelineConfig.of(properties);
        Properties settings = settings(properties);
        settings.put(StreamsConfig.producerPrefix(FactLatency.TALLY), tally);
        PublicSerdes serdes = PublicSerdes.of(config.valueSerde(), asMap(settings));
        KafkaStreams streams = new KafkaStreams(Pipeline.topology(config, parts, serdes, tally), settings);
        String group = settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        RunningPipeline running =
                new RunningPipeline(streams, new InternalTopicPurger(asMap(settings), group), tally, endurance);
        streams.setUncaughtExceptionHandler(running::respond);
        streams.setGlobalStateRestoreListener(running.restores);
        streams.setStateListener((now, before) -> {
            LOG.info("{} after {}", now, before);
            running.stateSince = Instant.now();
            running.hasRun |= now == State.RUNNING;
            if (now == State.ERROR || now == State.NOT_RUNNING) {
                running.stopped.countDown();
            }
        });
        streams.start();
        running.purger.start();
        return running;
    }

    static Properties settings(Map<String, ?> properties) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksDbMemory.class);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 100);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // A thread that failed is replaced, and its successor waits until the group has given up on it.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        // How soon a new outlet is noticed.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG), 5_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_REQUEST_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(MAX_REQUEST_BYTES));
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG), FactLatency.class.getName());
        settings.putAll(properties);
        return settings;
    }

    /** What Kafka Streams is told unless an operator says otherwise, by name. */
    public static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        settings(Map.of())
                .forEach((key, value) -> defaults.put(
                        key.toString(), value instanceof Class<?> type ? type.getName() : value.toString()));
        return defaults;
    }

    private static Map<String, Object> asMap(Properties settings) {
        Map<String, Object> map = new HashMap<>();
        settings.forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }

    /**
     * What failed is rolled back and taken again by a new thread; nothing is lost. Who is away is waited for; a failure
     * that does not pass by itself stops the pipeline when it has come too often.
     */
    private StreamThreadExceptionResponse respond(Throwable failure) {
        Diagnosis diagnosis = Diagnosis.of(failure);
        tally.failed(diagnosis.cause());
        troubles.add(Instant.now(), diagnosis);
        if (diagnosis.passes()) {
            LOG.warn("trying again: {}", diagnosis.message());
        } else if (isHopeless(failure, diagnosis) || !limit.bears(Instant.now())) {
            LOG.error("giving up: {}", diagnosis.message(), failure);
            gaveUp = diagnosis;
            gaveUpAt = Instant.now();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        } else {
            LOG.error("trying again: {}", diagnosis.message(), failure);
        }
        AtWork.done();
        try {
            Thread.sleep(PAUSE_BEFORE_RETRY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        tally.threadReplaced();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /**
     * Whether a new thread would fare no better. After a write that found the volume full, RocksDB with a shared write
     * buffer manager has later ones on the open store wait, even when there is room again.
     */
    private static boolean isHopeless(Throwable failure, Diagnosis diagnosis) {
        return failure instanceof VirtualMachineError || diagnosis.cause() == FailureCause.STATE_STORAGE;
    }

    /** Whether every thread has its partitions and takes records. */
    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** The state that Kafka Streams is in. */
    public State state() {
        return streams.state();
    }

    /** Since when it is in that state. */
    public Instant stateSince() {
        return stateSince;
    }

    /** Whether it has been running at any time since the start. */
    public boolean hasRun() {
        return hasRun;
    }

    /** Stream threads alive. */
    public int threads() {
        return (int) streams.metadataForLocalThreads().stream()
                .filter(thread -> !thread.threadState().equals("DEAD"))
                .count();
    }

    /** Records of changelogs still to be read before every store of an active task is there. */
    public long restoreRemaining() {
        return restores.records();
    }

    /** Store partitions that are being restored. */
    public int restoring() {
        return restores.stores();
    }

    /** What stream threads have failed of more than once of late; empty when they have not. */
    public Optional<Diagnosis> failing(Duration within) {
        return troubles.again(Instant.now(), within);
    }

    /** Whether somebody has asked it to stop. */
    public boolean wasAskedToStop() {
        return asked;
    }

    /** Why the pipeline stopped by itself; empty while it runs, and when it was closed. */
    public Optional<Diagnosis> gaveUp() {
        return Optional.ofNullable(gaveUp);
    }

    /** The streams, for their metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /**
     * Waits until the pipeline has stopped, for at most {@code timeout}; says whether it has. One that has given up, and
     * whose threads hang, counts as stopped when it has had its time for that.
     */
    public boolean awaitStopped(Duration timeout) throws InterruptedException {
        boolean done = stopped.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        Instant since = gaveUpAt;
        return done || (since != null && since.plus(endurance.stopWithin()).isBefore(Instant.now()));
    }

    @Override
    public void close() {
        stop();
    }

    /** Finishes what is begun and stops; says whether that came to its end within the time that it may take. */
    public boolean stop() {
        asked = true;
        purger.close();
        boolean done = streams.close(endurance.stopWithin());
        if (!done) {
            LOG.warn(
                    "the pipeline did not stop within {}; what was not committed is done again",
                    endurance.stopWithin());
        }
        stopped.countDown();
        return done;
    }
}
