package org.onrecord.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.onrecord.stream.TopicProvisioner.Mismatch;

/**
 * What lies between the topics and subjects that there are and those that are needed: the steps that lead there, and
 * what no step leads to. A function of what was found; carrying it out is {@link TopicProvisioner}'s.
 *
 * <p>A partition count and a cleanup policy are never changed: records already lie where the one put them, or are
 * already gone by the other, so somebody has to decide.
 *
 * @param entries a topic each, as asked for
 * @param wrong what is not as it has to be and stays so
 */
public record TopicPlan(List<Entry> entries, List<Mismatch> wrong) {
    /** From three replicas on, a record that was acknowledged is on two of them. */
    private static final int REPLICAS_FOR_TWO_IN_SYNC = 3;

    public TopicPlan {
        entries = List.copyOf(entries);
        wrong = List.copyOf(wrong);
    }

    /**
     * A topic and what is to be done for it.
     *
     * @param existing empty when the topic is to be created
     */
    public record Entry(Topics.Spec spec, Optional<Existing> existing, List<Step> steps) {
        public Entry {
            steps = List.copyOf(steps);
        }
    }

    /** A topic as the broker has it; {@code settings} are all that hold for it, defaults included. */
    public record Existing(int partitions, int replicas, Map<String, String> settings) {}

    /**
     * What the registry has for a topic's values.
     *
     * @param compatibility empty when the subject has no level of its own
     */
    public record Subject(boolean registered, Optional<String> compatibility) {}

    /** One change; {@code toString} is what a person reads. */
    public sealed interface Step {}

    /**
     * A topic that is missing.
     *
     * @param replicas empty takes the broker's default
     */
    public record CreateTopic(Topics.Spec spec, Optional<Short> replicas) implements Step {
        /** The settings, with what the number of replicas asks for. */
        Map<String, String> configs() {
            return replicas.isPresent() && replicas.get() >= REPLICAS_FOR_TWO_IN_SYNC
                    ? spec.requiring(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2")
                            .configs()
                    : spec.configs();
        }

        @Override
        public String toString() {
            return "create topic " + spec.name() + " with " + spec.partitions() + " partitions, "
                    + replicas.map(count -> count + " replicas").orElse("the broker's number of replicas");
        }
    }

    /** A setting of a topic that exists. */
    public record ChangeSetting(String topic, String key, String from, String to) implements Step {
        @Override
        public String toString() {
            return "change " + topic + ": " + key + " from " + from + " to " + to;
        }
    }

    /** The schema of a topic's values, under its subject. */
    public record RegisterSchema(String topic) implements Step {
        @Override
        public String toString() {
            return "register a schema under subject " + TopicProvisioner.subject(topic);
        }
    }

    /** The level that a subject's schemas keep to. */
    public record SetCompatibility(String topic, String from) implements Step {
        @Override
        public String toString() {
            return "set subject " + TopicProvisioner.subject(topic) + " from " + from + " to "
                    + TopicProvisioner.COMPATIBILITY;
        }
    }

    /** Whether all is as it has to be. */
    public boolean isDone() {
        return wrong.isEmpty() && steps().isEmpty();
    }

    /** All steps, topic by topic. */
    public List<Step> steps() {
        return entries.stream().flatMap(entry -> entry.steps().stream()).toList();
    }

    /**
     * @param topics those that exist, by name
     * @param subjects what the registry has for the public ones among {@code specs}, by topic
     * @param replicas what is asked for; empty leaves it to the broker and checks nothing
     */
    static TopicPlan of(
            Collection<Topics.Spec> specs,
            Map<String, Existing> topics,
            Map<String, Subject> subjects,
            Optional<Short> replicas) {
        List<Entry> entries = new ArrayList<>();
        List<Mismatch> wrong = new ArrayList<>();
        for (Topics.Spec spec : specs) {
            Optional<Existing> existing = Optional.ofNullable(topics.get(spec.name()));
            List<Step> steps = new ArrayList<>();
            existing.ifPresentOrElse(
                    topic -> {
                        wrong.addAll(wrong(spec, topic, replicas));
                        steps.addAll(changes(spec, topic));
                    },
                    () -> steps.add(new CreateTopic(spec, replicas)));
            Optional.ofNullable(subjects.get(spec.name()))
                    .ifPresent(subject -> steps.addAll(subjectSteps(spec, subject)));
            entries.add(new Entry(spec, existing, steps));
        }
        equalPartitions(topics).ifPresent(wrong::add);
        return new TopicPlan(entries, wrong);
    }

    private static List<Mismatch> wrong(Topics.Spec spec, Existing topic, Optional<Short> replicas) {
        List<Mismatch> wrong = new ArrayList<>();
        // State is cut as the internal topics are; what is only written or only read may have any number.
        if (Topics.INTERNAL.contains(spec.name()) && topic.partitions() != spec.partitions()) {
            wrong.add(new Mismatch(
                    spec.name(),
                    topic.partitions() + " partitions",
                    Integer.toString(spec.partitions()),
                    "give --partitions " + topic.partitions() + ", or add partitions as docs/operations.md says"));
        }
        String policy = TopicConfig.CLEANUP_POLICY_CONFIG;
        if (!spec.configs().get(policy).equals(topic.settings().get(policy))) {
            wrong.add(cleanup(spec, topic));
        }
        if (replicas.isPresent() && topic.replicas() != replicas.get()) {
            wrong.add(new Mismatch(
                    spec.name(),
                    topic.replicas() + " replicas",
                    replicas.get().toString(),
                    "move it with `kafka-reassign-partitions.sh`, or leave --replication-factor out"));
        }
        return wrong;
    }

    private static Mismatch cleanup(Topics.Spec spec, Existing topic) {
        String policy = TopicConfig.CLEANUP_POLICY_CONFIG;
        String should = policy + "=" + spec.configs().get(policy);
        return new Mismatch(
                spec.name(),
                policy + "=" + topic.settings().getOrDefault(policy, "nothing"),
                should,
                "run `kafka-configs.sh --alter --entity-type topics --entity-name " + spec.name() + " --add-config "
                        + should + "`");
    }

    private static List<Step> changes(Topics.Spec spec, Existing topic) {
        Set<String> keys = new TreeSet<>(spec.required());
        keys.remove(TopicConfig.CLEANUP_POLICY_CONFIG);
        List<Step> steps = new ArrayList<>();
        for (String key : keys) {
            String should = spec.configs().get(key);
            String is = topic.settings().getOrDefault(key, "nothing");
            if (!satisfies(key, is, should)) {
                steps.add(new ChangeSetting(spec.name(), key, is, should));
            }
        }
        return steps;
    }

    /** A larger record may pass; of everything else only what is asked for will do. */
    private static boolean satisfies(String key, String is, String should) {
        if (key.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG) && is.matches("\\d+")) {
            return Long.parseLong(is) >= Long.parseLong(should);
        }
        return is.equals(should);
    }

    /** The schema first: some registries configure only subjects that exist. */
    private static List<Step> subjectSteps(Topics.Spec spec, Subject subject) {
        List<Step> steps = new ArrayList<>();
        if (!subject.registered()) {
            steps.add(new RegisterSchema(spec.name()));
        }
        if (!subject.compatibility().equals(Optional.of(TopicProvisioner.COMPATIBILITY))) {
            steps.add(new SetCompatibility(
                    spec.name(), subject.compatibility().orElse("no compatibility level of its own")));
        }
        return steps;
    }

    /** One stage writes to the next by key: the state of all has to be cut alike. */
    private static Optional<Mismatch> equalPartitions(Map<String, Existing> topics) {
        Map<String, Integer> counts = Topics.INTERNAL.stream()
                .filter(topics::containsKey)
                .collect(Collectors.toMap(name -> name, name -> topics.get(name).partitions()));
        if (Set.copyOf(counts.values()).size() < 2) {
            return Optional.empty();
        }
        String is = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Topics.INTERNAL::indexOf)))
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining(", "));
        return Optional.of(new Mismatch(
                "onrecord.*",
                "partitions that differ (" + is + ")",
                "the same number everywhere",
                "delete the internal topics while nothing runs and run `onrecord topics` again"));
    }
}
