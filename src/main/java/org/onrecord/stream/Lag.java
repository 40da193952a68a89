package org.onrecord.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far a consumer group is behind the outlets' topics and the internal ones, in records and in time. Offsets alone
 * would show a lag for ever, because a transaction leaves markers behind that no consumer ever gets (Burrow #570, KEDA
 * #5675); so where offsets differ, a consumer looks what really stands between them. Works for groups of the classic,
 * the consumer and the streams protocol: all commit offsets alike. Not safe for use by several threads.
 */
public final class Lag {
    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofMillis(200);

    private final Admin admin;
    private final Readers readers;
    private final String group;
    private final Clock clock;
    /** What was read last time: where neither end has moved, it need not be read again. */
    private Map<Span, Waiting> known = Map.of();

    /** Makes consumers without a group, that begin at the earliest record where they are lost; each is closed after use. */
    @FunctionalInterface
    public interface Readers {
        /** A consumer that sees what {@code isolation} lets it see. */
        Consumer<byte[], byte[]> open(IsolationLevel isolation);
    }

    /** @param group the application id of the pipeline */
    public Lag(Admin admin, Readers readers, String group) {
        this(admin, readers, group, Clock.systemUTC());
    }

    /** @param clock against which ages are told */
    Lag(Admin admin, Readers readers, String group, Clock clock) {
        this.admin = Objects.requireNonNull(admin);
        this.readers = Objects.requireNonNull(readers);
        this.group = Objects.requireNonNull(group);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * What one partition has waiting.
     *
     * @param done the offset up to which everything is done
     * @param end the high watermark, open transactions included
     * @param open how many offsets at the end belong to transactions that are still open, or lie behind one
     * @param waiting the records not done; of an open transaction only at {@link Stage#FACTS}, since elsewhere what
     *     they come from is not done either and is counted there
     */
    public record Partition(TopicPartition partition, long done, long end, long open, Waiting waiting) {}

    /**
     * What one topic has waiting.
     *
     * @param records records not done
     * @param exact whether the records were counted; if not, their number is an estimate
     * @param oldest the age of the oldest record not done; zero when nothing waits
     * @param done offsets done, over all partitions
     * @param end offsets written, over all partitions
     */
    public record Topic(String name, Stage stage, long records, boolean exact, Duration oldest, long done, long end) {}

    /** The lag of every partition at one time. */
    public record Snapshot(Instant at, List<Partition> partitions) {
        public Snapshot {
            partitions = List.copyOf(partitions);
        }

        /** Records waiting, over all partitions. */
        public long records() {
            return partitions.stream()
                    .mapToLong(partition -> partition.waiting().records())
                    .sum();
        }

        /** The age of the oldest record that waits anywhere; zero when nothing does. */
        public Duration oldest() {
            return topics().stream()
                    .map(Topic::oldest)
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        }

        /** Per topic, outlets first, then the stages in the order of the flow. */
        public List<Topic> topics() {
            Map<String, List<Partition>> byTopic = partitions.stream()
                    .collect(Collectors.groupingBy(p -> p.partition().topic()));
            return byTopic.entrySet().stream()
                    .map(entry -> topic(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(Topic::stage).thenComparing(Topic::name))
                    .toList();
        }

        private Topic topic(String name, List<Partition> of) {
            Duration oldest = of.stream()
                    .flatMap(partition -> partition.waiting().since().stream())
                    .min(Comparator.naturalOrder())
                    .map(since -> Duration.between(since, at))
                    .filter(age -> !age.isNegative())
                    .orElse(Duration.ZERO);
            return new Topic(
                    name,
                    Stage.of(name).orElseThrow(),
                    of.stream().mapToLong(p -> p.waiting().records()).sum(),
                    of.stream().allMatch(p -> p.waiting().exact()),
                    oldest,
                    of.stream().mapToLong(Partition::done).sum(),
                    of.stream().mapToLong(Partition::end).sum());
        }

        private boolean isIdle() {
            return partitions.stream().allMatch(p -> p.waiting().records() == 0 && p.open() == 0);
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
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> stable = offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Span> spans = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            spans.put(partition, span(partition, committed, starts, stable, ends));
        }
        Instant at = clock.instant();
        Map<Span, Waiting> waiting = read(spans.values());
        return new Snapshot(
                at,
                partitions.stream()
                        .map(p -> new Partition(
                                p,
                                spans.get(p).from(),
                                ends.get(p),
                                Math.max(0, ends.get(p) - stable.get(p)),
                                waiting.get(spans.get(p))))
                        .toList());
    }

    /**
     * Whether nothing is waiting, and nothing is under way between two stages: two snapshots show no lag, no open
     * transaction and the same high watermarks.
     */
    public boolean drained() {
        Snapshot first = snapshot();
        if (!first.isIdle()) {
            return false;
        }
        try {
            Thread.sleep(BETWEEN_SNAPSHOTS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        Snapshot second = snapshot();
        return second.isIdle() && first.ends().equals(second.ends());
    }

    private List<TopicPartition> partitions() {
        List<String> topics = AdminCalls.get(admin.listTopics().names()).stream()
                .filter(name -> Stage.of(name).isPresent())
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

    private Map<TopicPartition, Long> offsets(
            List<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec));
        return AdminCalls.get(admin.listOffsets(asked, new ListOffsetsOptions(isolation))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** What of a partition is not done: of facts, what is written and not committed. */
    private static Span span(
            TopicPartition partition,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> stable,
            Map<TopicPartition, Long> ends) {
        if (partition.topic().equals(Topics.FACTS)) {
            return new Span(partition, stable.get(partition), ends.get(partition), IsolationLevel.READ_UNCOMMITTED);
        }
        OffsetAndMetadata offset = committed.get(partition);
        long start = starts.get(partition);
        long from = offset == null ? start : Math.max(start, offset.offset());
        return new Span(partition, from, stable.get(partition), IsolationLevel.READ_COMMITTED);
    }

    private Map<Span, Waiting> read(Iterable<Span> spans) {
        Map<Span, Waiting> found = new HashMap<>();
        Map<IsolationLevel, List<Span>> unknown = new HashMap<>();
        for (Span span : spans) {
            Waiting waiting = span.isEmpty() ? Waiting.NOTHING : known.get(span);
            if (waiting == null) {
                unknown.computeIfAbsent(span.isolation(), level -> new java.util.ArrayList<>())
                        .add(span);
            } else {
                found.put(span, waiting);
            }
        }
        unknown.forEach((isolation, unread) -> {
            try (Consumer<byte[], byte[]> consumer = readers.open(isolation)) {
                found.putAll(new SpanReader(consumer).read(unread));
            }
        });
        known = found;
        return found;
    }

    /** Offsets of one partition, from the first up to before the last. */
    record Span(TopicPartition partition, long from, long to, IsolationLevel isolation) {
        boolean isEmpty() {
            return from >= to;
        }
    }
}
