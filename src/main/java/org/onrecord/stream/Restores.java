package org.onrecord.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Which stores are being restored from their changelogs, and how much is left. */
final class Restores implements StateRestoreListener {
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        ends.put(changelog, end);
        remaining.put(changelog, Math.max(0, end - start));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long restored) {
        Long end = ends.get(changelog);
        if (end != null) {
            remaining.computeIfPresent(changelog, (key, left) -> Math.max(0, end - batchEnd - 1));
        }
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
        forget(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
        forget(changelog); // the task has moved to somebody else
    }

    private void forget(TopicPartition changelog) {
        remaining.remove(changelog);
        ends.remove(changelog);
    }

    /** Offsets left to read. */
    long records() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Store partitions under way. */
    int stores() {
        return remaining.size();
    }
}
