package org.onrecord.stream;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Lets a pipeline begin anew: all articles from the beginning, no state, nothing under way. Kafka's own StreamsResetter
 * knows input and intermediate topics, but not that ours are to be emptied and stay.
 *
 * <p>Rewinding comes first: the broker refuses it while the group has a member, and by itself it does no harm, because
 * articles that are known change nothing. Whatever interrupts a reset, the same reset again completes it.
 */
public final class ApplicationReset {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Admin admin;
    private final String applicationId;

    public ApplicationReset(Admin admin, String applicationId) {
        this.admin = Objects.requireNonNull(admin);
        this.applicationId = Objects.requireNonNull(applicationId);
    }

    /**
     * What one partition of an outlet's topic is to be read again from.
     *
     * @param committed up to where it has been read; its beginning when it never was
     */
    public record Rewind(TopicPartition partition, long committed, long beginning) {}

    /**
     * What is to be emptied.
     *
     * @param beginning of what is still there
     * @param end of all there is
     */
    public record Purge(TopicPartition partition, long beginning, long end) {}

    /**
     * All that a reset does at the broker.
     *
     * @param rewinds outlets, by topic and partition
     * @param purges internal topics, in the order of the flow
     * @param changelogs topics to delete: the pipeline makes them again
     */
    public record Plan(List<Rewind> rewinds, List<Purge> purges, List<String> changelogs) {
        public Plan {
            rewinds = List.copyOf(rewinds);
            purges = List.copyOf(purges);
            changelogs = List.copyOf(changelogs);
        }
    }

    /** Who is at work in the group, as client and host; empty when a reset may begin. */
    public List<String> members() {
        Set<String> groups = AdminCalls.get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
        if (!groups.contains(applicationId)) {
            return List.of();
        }
        try {
            return AdminCalls.get(
                            admin.describeConsumerGroups(List.of(applicationId)).all())
                    .get(applicationId)
                    .members()
                    .stream()
                    .map(member -> member.clientId() + " at " + member.host())
                    .sorted()
                    .toList();
        } catch (GroupIdNotFoundException gone) {
            return List.of();
        }
    }

    /** What there is to do; changes nothing. */
    public Plan plan() {
        Set<String> topics = AdminCalls.get(admin.listTopics().names());
        List<TopicPartition> outlets = partitions(topics, Topics::isOutlet);
        List<TopicPartition> internal = partitions(topics, Topics.INTERNAL::contains);
        Map<TopicPartition, Long> beginnings = offsets(outlets, OffsetSpec.earliest());
        beginnings.putAll(offsets(internal, OffsetSpec.earliest()));
        Map<TopicPartition, Long> ends = offsets(internal, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return new Plan(
                outlets.stream()
                        .map(partition -> new Rewind(
                                partition,
                                position(committed.get(partition), beginnings.get(partition)),
                                beginnings.get(partition)))
                        .toList(),
                internal.stream()
                        .map(partition -> new Purge(partition, beginnings.get(partition), ends.get(partition)))
                        .toList(),
                topics.stream().filter(this::isChangelog).sorted().toList());
    }

    /**
     * Does what a plan says.
     *
     * @throws org.apache.kafka.common.errors.UnknownMemberIdException when the group has members; nothing is changed
     */
    public void apply(Plan plan) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        plan.rewinds().forEach(rewind -> offsets.put(rewind.partition(), new OffsetAndMetadata(rewind.beginning())));
        plan.purges().forEach(purge -> offsets.put(purge.partition(), new OffsetAndMetadata(purge.end())));
        AdminCalls.get(admin.alterConsumerGroupOffsets(applicationId, offsets).all());
        Map<TopicPartition, RecordsToDelete> done = plan.purges().stream()
                .filter(purge -> purge.end() > purge.beginning())
                .collect(Collectors.toMap(Purge::partition, purge -> RecordsToDelete.beforeOffset(purge.end())));
        AdminCalls.get(admin.deleteRecords(done).all());
        AdminCalls.get(admin.deleteTopics(plan.changelogs()).all());
        awaitGone(plan.changelogs());
    }

    /** The pipeline makes them again under the same names, so they must be gone when it starts. */
    private void awaitGone(List<String> topics) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (AdminCalls.get(admin.listTopics().names()).stream().anyMatch(topics::contains)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the broker has not deleted the changelogs within " + PATIENCE.toSeconds()
                        + " s; run the same reset again");
            }
            try {
                Thread.sleep(BETWEEN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted; run the same reset again", e);
            }
        }
    }

    private boolean isChangelog(String topic) {
        return topic.startsWith(applicationId + "-") && topic.endsWith("-changelog");
    }

    private List<TopicPartition> partitions(Set<String> topics, Predicate<String> which) {
        return AdminCalls.get(admin.describeTopics(topics.stream().filter(which).toList())
                        .allTopicNames())
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                .sorted(Comparator.comparingInt((TopicPartition p) -> Topics.INTERNAL.indexOf(p.topic()))
                        .thenComparing(TopicPartition::topic)
                        .thenComparingInt(TopicPartition::partition))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
                AdminCalls.get(admin.listOffsets(asked).all()).entrySet()) {
            offsets.put(found.getKey(), found.getValue().offset());
        }
        return offsets;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try {
            return AdminCalls.get(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
        } catch (GroupIdNotFoundException neverRan) {
            return Map.of();
        }
    }

    private static long position(OffsetAndMetadata committed, long beginning) {
        return committed == null ? beginning : committed.offset();
    }

    /** Rewinds by topic: how many records will be read again at most. */
    public static Map<String, Long> toReadAgain(Plan plan) {
        return plan.rewinds().stream()
                .collect(Collectors.groupingBy(
                        rewind -> rewind.partition().topic(),
                        TreeMap::new,
                        Collectors.summingLong(rewind -> Math.max(0, rewind.committed() - rewind.beginning()))));
    }

    /** Purges by topic, in the order of the flow: how many records go at most. */
    public static Map<String, Long> toDelete(Plan plan) {
        Map<String, Long> byTopic = new TreeMap<>(Comparator.comparingInt(Topics.INTERNAL::indexOf));
        plan.purges()
                .forEach(purge -> byTopic.merge(
                        purge.partition().topic(), Math.max(0, purge.end() - purge.beginning()), Long::sum));
        return byTopic;
    }
}
