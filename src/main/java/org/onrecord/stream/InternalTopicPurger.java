package org.onrecord.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes from the internal topics what has been processed and committed. They are never deleted by time: a message that
 * nobody has read yet must not go.
 */
final class InternalTopicPurger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InternalTopicPurger.class);
    private static final int PERIOD_SECONDS = 30;
    private static final List<String> TOPICS = List.of(Topics.ARTICLES, Topics.STATEMENTS, Topics.BLOCKS);

    private final Map<String, Object> properties = new HashMap<>();
    private final String group;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "onrecord-purger");
        thread.setDaemon(true);
        return thread;
    });

    InternalTopicPurger(Map<String, Object> settings, String group) {
        settings.forEach((key, value) -> {
            if (AdminClientConfig.configNames().contains(key)) {
                properties.put(key, value);
            }
        });
        this.group = group;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the task reports its own failures
    void start() {
        scheduler.scheduleWithFixedDelay(this::purgeAndReport, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void purgeAndReport() {
        try (Admin admin = Admin.create(properties)) {
            purge(admin);
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("internal topics were not purged, trying again in {} s: {}", PERIOD_SECONDS, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void purge(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> done = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        committed.forEach((partition, offset) -> {
            if (offset != null && offset.offset() > 0 && TOPICS.contains(partition.topic())) {
                done.put(partition, RecordsToDelete.beforeOffset(offset.offset()));
            }
        });
        if (!done.isEmpty()) {
            admin.deleteRecords(done).all().get();
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
