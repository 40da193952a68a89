package org.onrecord.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far a consumer group is behind the outlets' topics and the internal ones, in records and in
 * time. Offsets alone would show a lag for ever, because a transaction leaves markers behind that
 * no consumer ever gets (Burrow #570, KEDA #5675); so where offsets differ, a read_committed
 * consumer looks whether a record stands between them. Not safe for use by several threads.
 */
public final class Lag {
    private static final Duration PROBE = Duration.ofMillis(500);
    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofMillis(200);

    private final Admin admin;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String group;
    private final Clock clock;

    /**
     * @param consumers makes read_committed consumers without a group; each is closed after use
     * @param group the application id of the pipeline
     */
    public Lag(Admin admin, Supplier<Consumer<byte[], byte[]>> consumers, String group) {
        this.admin = Objects.requireNonNull(admin);
        this.consumers = Objects.requireNonNull(consumers);
        this.group = Objects.requireNonNull(group);
        this.clock = Clock.systemUTC();
    }

    /**
     * What one partition has waiting.
     *
     * @param end the high watermark, open transactions included
     * @param records how many offsets from the oldest record not done to the end; 0 when none is waiting
     * @param waitingSince append time of the oldest record not done; empty when there is none, or when
     *     it belongs to an open transaction
     */
    public record Partition(TopicPartition partition, long end, long records, Optional<Instant> waitingSince) {}

    /**
     * What one topic has waiting.
     *
     * @param oldest the age of the oldest record not done; zero when nothing waits
     */
    public record Topic(String name, long records, Duration oldest) {}

    /** The lag of every partition at one time. */
    public record Snapshot(Instant at, List<Partition> partitions) {
        public Snapshot {
            partitions = List.copyOf(partitions);
        }

        /** Records waiting, over all partitions. */
        public long records() {
            return partitions.stream().mapToLong(Partition::records).sum();
        }

        /** Per topic, outlets first, then the stages in the order of the flow. */
        public List<Topic> topics() {
            Map<String, List<Partition>> byTopic = partitions.stream()
                    .collect(Collectors.groupingBy(p -> p.partition().topic(), TreeMap::new, Collectors.toList()));
            return byTopic.entrySet().stream()
                    .map(entry -> topic(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingInt((Topic topic) -> Topics.INTERNAL.indexOf(topic.name()))
                            .thenComparing(Topic::name))
                    .toList();
        }

        private Topic topic(String name, List<Partition> of) {
            Duration oldest = of.stream()
                    .flatMap(partition -> partition.waitingSince().stream())
                    .min(Comparator.naturalOrder())
                    .map(since -> Duration.between(since, at))
                    .filter(age -> !age.isNegative())
                    .orElse(Duration.ZERO);
            return new Topic(name, of.stream().mapToLong(Partition::records).sum(), oldest);
        }

        private Map<TopicPartition, Long> ends() {
            return partitions.stream().collect(Collectors.toMap(Partition::partition, Partition::end));
        }
    }

    /** The lag now. A group that has never committed is behind by everything that there is. */
    public Snapshot snapshot() {
        List<TopicPartition> partitions = partitions();
        // Committed before end: the other way round, progress in between would look like a negative lag.
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            return new Snapshot(
                    clock.instant(),
                    partitions.stream()
                            .map(p -> lag(consumer, p, position(p, committed, starts), ends.get(p)))
                            .toList());
        }
    }

    /**
     * Whether nothing is waiting, and nothing is under way between two stages: two snapshots show no
     * lag and the same high watermarks. A record of an open transaction is above what is committed
     * and counts as waiting, so what a stage is about to hand on is seen.
     */
    public boolean drained() {
        Snapshot first = snapshot();
        if (first.records() > 0) {
            return false;
        }
        try {
            Thread.sleep(BETWEEN_SNAPSHOTS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Snapshot second = snapshot();
        return second.records() == 0 && first.ends().equals(second.ends());
    }

    private List<TopicPartition> partitions() {
        List<String> topics = AdminCalls.get(admin.listTopics().names()).stream()
                .filter(name -> Topics.isOutlet(name) || Topics.INTERNAL.contains(name))
                .sorted()
                .toList();
        return AdminCalls.get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition))
                .toList();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try {
            return AdminCalls.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        } catch (GroupIdNotFoundException neverRan) {
            return Map.of();
        }
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                AdminCalls.get(admin.listOffsets(asked).all());
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }

    private static long position(
            TopicPartition partition,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> starts) {
        OffsetAndMetadata offset = committed.get(partition);
        long start = starts.get(partition);
        return offset == null ? start : Math.max(start, offset.offset());
    }

    private Partition lag(Consumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
        if (from >= end) {
            return new Partition(partition, end, 0, Optional.empty());
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        // Where an open transaction holds the reader back, the position stops short of the end.
        long before = -1;
        while (consumer.position(partition) < end && consumer.position(partition) != before) {
            before = consumer.position(partition);
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(PROBE).records(partition);
            if (!records.isEmpty()) {
                ConsumerRecord<byte[], byte[]> oldest = records.get(0);
                return oldest.offset() >= end
                        ? new Partition(partition, end, 0, Optional.empty())
                        : new Partition(
                                partition,
                                end,
                                end - oldest.offset(),
                                Optional.of(Instant.ofEpochMilli(oldest.timestamp())));
            }
        }
        long position = consumer.position(partition);
        return new Partition(partition, end, Math.max(0, end - position), Optional.empty());
    }
}
