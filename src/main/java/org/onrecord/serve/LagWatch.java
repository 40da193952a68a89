package org.onrecord.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.onrecord.stream.Diagnosis;
import org.onrecord.stream.FailureCause;
import org.onrecord.stream.Lag;
import org.onrecord.stream.LagHistory;
import org.onrecord.stream.LagReaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads lag again and again in a thread of its own. A reading that fails is told once, and leaves the last one standing. */
final class LagWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    /** A page shows half an hour at the usual interval. */
    private static final int KEPT = 360;

    private final Map<String, Object> connection;
    private final String group;
    private final Duration interval;
    private final Consumer<FailureCause> failed;
    private final LagHistory history = new LagHistory(KEPT);
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "onrecord-lag");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Instant lastGood = Instant.now();
    private volatile boolean up;
    private volatile String problem;
    private Admin admin;
    private Lag lag;

    /**
     * @param settings Kafka's, among others
     * @param group the pipeline's application id
     */
    LagWatch(Map<String, ?> settings, String group, Duration interval, Consumer<FailureCause> failed) {
        this.connection = new HashMap<>(settings);
        // Whoever waits for an alert should not wait for the usual minute first.
        connection.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        connection.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        this.group = group;
        this.interval = interval;
        this.failed = failed;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the task reports its own failures
    void start() {
        scheduler.scheduleWithFixedDelay(this::readAndReport, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void readAndReport() {
        try {
            read();
            if (problem != null) {
                LOG.info("lag can be read again");
            }
            problem = null;
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            up = false;
            Diagnosis diagnosis = Diagnosis.of(e);
            failed.accept(diagnosis.cause());
            if (problem == null) {
                LOG.warn("lag cannot be read: {}", diagnosis.message());
            }
            problem = diagnosis.message();
            closeAdmin();
        }
    }

    private void read() {
        if (admin == null) {
            admin = Admin.create(adminConfig());
            lag = new Lag(admin, new LagReaders(connection), group);
        }
        history.add(lag.snapshot());
        lastGood = Instant.now();
        up = true;
    }

    private Map<String, Object> adminConfig() {
        Map<String, Object> config = new HashMap<>(connection);
        config.keySet().retainAll(AdminClientConfig.configNames());
        return config;
    }

    /** What was read. */
    LagHistory history() {
        return history;
    }

    /** Whether the last reading got its answers. */
    boolean isUp() {
        return up;
    }

    /** How long ago the last good reading was; before the first, since the start. */
    Duration age() {
        return Duration.between(lastGood, Instant.now());
    }

    /** What is wrong with the last reading. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void closeAdmin() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        try {
            if (scheduler.awaitTermination(2, TimeUnit.SECONDS)) {
                closeAdmin();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
