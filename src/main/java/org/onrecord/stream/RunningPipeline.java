package org.onrecord.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
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
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final long PAUSE_BEFORE_RETRY_MS = 1_000;
    /** Enough for a refused article to be passed on whole. */
    private static final int MAX_REQUEST_BYTES = 16 << 20;

    private final KafkaStreams streams;
    private final InternalTopicPurger purger;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RunningPipeline(KafkaStreams streams, InternalTopicPurger purger) {
        this.streams = streams;
        this.purger = purger;
    }

    /**
     * Starts the pipeline. Topics must be there.
     *
     * @param properties Kafka's settings and On Record's own; they override the defaults
     */
    public static RunningPipeline start(Map<String, ?> properties, Parts parts) {
        PipelineConfig config = PipelineConfig.of(properties);
        Properties settings = settings(properties);
        PublicSerdes serdes = PublicSerdes.of(config.valueSerde(), asMap(settings));
        KafkaStreams streams = new KafkaStreams(Pipeline.topology(config, parts, serdes), settings);
        String group = settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        RunningPipeline running = new RunningPipeline(streams, new InternalTopicPurger(asMap(settings), group));
        streams.setUncaughtExceptionHandler(RunningPipeline::respond);
        streams.setStateListener((now, before) -> {
            LOG.info("{} after {}", now, before);
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
        settings.putAll(properties);
        return settings;
    }

    private static Map<String, Object> asMap(Properties settings) {
        Map<String, Object> map = new HashMap<>();
        settings.forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }

    /**
     * What failed is rolled back and taken again by a new thread; nothing is lost. A failure that does not pass shows
     * as lag and as this message again and again.
     */
    private static StreamThreadExceptionResponse respond(Throwable failure) {
        if (Transience.isTransient(failure)) {
            LOG.warn("the broker or the registry is away, trying again: {}", Transience.describe(failure));
        } else {
            LOG.error("a record could not be processed, trying again", failure);
        }
        try {
            Thread.sleep(PAUSE_BEFORE_RETRY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Whether every thread has its partitions and takes records. */
    public boolean isRunning() {
        return streams.state() == State.RUNNING;
    }

    /** The streams, for their metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Waits until the pipeline has stopped, for at most {@code timeout}; says whether it has. */
    public boolean awaitStopped(Duration timeout) throws InterruptedException {
        return stopped.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        purger.close();
        if (!streams.close(CLOSE_TIMEOUT)) {
            LOG.warn("the pipeline did not stop within {}", CLOSE_TIMEOUT);
        }
        stopped.countDown();
    }
}
