package org.onrecord.serve;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.onrecord.stream.Diagnosis;
import org.onrecord.stream.FailureCause;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.RegistryClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the registry something every now and then: the pipeline itself has what it needs in its caches. */
final class RegistryWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final RegistryClient registry;
    private final Consumer<FailureCause> failed;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "onrecord-registry");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean up;
    private boolean told;

    /** @param settings the registry's, among others */
    RegistryWatch(Map<String, ?> settings, Consumer<FailureCause> failed) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("max.retries", 0);
        this.registry = RegistryClient.of(config);
        this.failed = failed;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the task reports its own failures
    void start() {
        scheduler.scheduleWithFixedDelay(this::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            registry.compatibility(Topics.FACTS + "-value");
            up = true;
            told = false;
        } catch (RuntimeException e) {
            up = false;
            Diagnosis diagnosis = Diagnosis.of(e);
            failed.accept(diagnosis.cause());
            if (!told) {
                LOG.warn("{}", diagnosis.message());
                told = true;
            }
        }
    }

    /** Whether it gave an answer last time. */
    boolean isUp() {
        return up;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
