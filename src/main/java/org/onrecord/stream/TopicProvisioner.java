package org.onrecord.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.onrecord.stream.TopicPlan.ChangeSetting;
import org.onrecord.stream.TopicPlan.CreateTopic;
import org.onrecord.stream.TopicPlan.Existing;
import org.onrecord.stream.TopicPlan.RegisterSchema;
import org.onrecord.stream.TopicPlan.SetCompatibility;
import org.onrecord.stream.TopicPlan.Step;
import org.onrecord.stream.TopicPlan.Subject;
import org.onrecord.stream.registry.RegistryClient;

/**
 * Brings topics and subjects to what On Record needs: looks at what there is, plans, and carries a plan out. Doing it
 * again does no harm.
 */
public final class TopicProvisioner {
    /** What a schema must keep to: the newest reader reads everything that was ever written. */
    public static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private final Admin admin;
    private final RegistryClient registry;

    public TopicProvisioner(Admin admin, RegistryClient registry) {
        this.admin = admin;
        this.registry = registry;
    }

    /**
     * One thing that is not as it has to be.
     *
     * @param is what it has
     * @param shouldBe what it should have
     * @param remedy what to do about it
     */
    public record Mismatch(String topic, String is, String shouldBe, String remedy) {
        @Override
        public String toString() {
            return topic + " has " + is + " and should have " + shouldBe + ": " + remedy;
        }
    }

    /**
     * What would have to be done; changes nothing.
     *
     * @param replicas of the topics to create; empty takes the broker's default
     */
    public TopicPlan plan(Collection<Topics.Spec> specs, Optional<Short> replicas) {
        return plan(specs, replicas, topic -> registry.has(subject(topic), Topics.schema(topic)));
    }

    private TopicPlan plan(Collection<Topics.Spec> specs, Optional<Short> replicas, Predicate<String> isRegistered) {
        Map<String, Existing> topics = describe(specs);
        Map<String, Subject> subjects = new HashMap<>();
        specs.stream()
                .map(Topics.Spec::name)
                .filter(Topics::isPublic)
                .forEach(topic -> subjects.put(
                        topic, new Subject(isRegistered.test(topic), registry.compatibility(subject(topic)))));
        return TopicPlan.of(specs, topics, subjects, replicas);
    }

    /**
     * Does what a plan says, and nothing else.
     *
     * @return the names of the topics that this call created
     */
    public List<String> apply(TopicPlan plan) {
        List<String> created = new ArrayList<>();
        for (Step step : plan.steps()) {
            // With Java 21 this is a switch, and the compiler's to check.
            if (step instanceof CreateTopic create) {
                if (create(create)) {
                    created.add(create.spec().name());
                }
            } else if (step instanceof ChangeSetting change) {
                change(change);
            } else if (step instanceof RegisterSchema register) {
                registry.register(subject(register.topic()), Topics.schema(register.topic()));
            } else if (step instanceof SetCompatibility set) {
                registry.setCompatibility(subject(set.topic()), COMPATIBILITY);
            }
        }
        return created;
    }

    /**
     * Creates the topics that are missing, and their subjects with their compatibility level. A topic that exists is
     * left as it is.
     *
     * @param replicas empty takes the broker's default
     * @return the names of the topics that this call created
     */
    public List<String> create(Collection<Topics.Spec> specs, Optional<Short> replicas) {
        TopicPlan plan = plan(specs, replicas);
        List<TopicPlan.Entry> entries = plan.entries().stream()
                .map(entry -> new TopicPlan.Entry(
                        entry.spec(),
                        entry.existing(),
                        entry.steps().stream()
                                .filter(step -> !(step instanceof ChangeSetting))
                                .toList()))
                .toList();
        return apply(new TopicPlan(entries, plan.wrong()));
    }

    private boolean create(CreateTopic create) {
        Topics.Spec spec = create.spec();
        NewTopic topic =
                new NewTopic(spec.name(), Optional.of(spec.partitions()), create.replicas()).configs(create.configs());
        try {
            AdminCalls.get(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (TopicExistsException another) {
            return false; // Somebody was faster; verify() looks at what they made.
        }
    }

    private void change(ChangeSetting change) {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, change.topic());
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(change.key(), change.to()), AlterConfigOp.OpType.SET);
        AdminCalls.get(
                admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all());
    }

    /**
     * Asks the broker for the topics and the registry for its schemas.
     *
     * @throws IllegalStateException naming the topics that are missing
     */
    public void require(Collection<String> topics) {
        Set<String> existing = existing();
        List<String> missing =
                topics.stream().filter(name -> !existing.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("there is no topic " + String.join(", ", missing)
                    + "; run `onrecord topics` against the same broker");
        }
        registry.compatibility(subject(Topics.FACTS));
    }

    /**
     * Everything that is not as it has to be, what {@link #apply} would mend last; empty when all is well. Schemas are
     * not looked for: writers register them.
     */
    public List<Mismatch> verify(Collection<Topics.Spec> specs) {
        TopicPlan plan = plan(specs, Optional.empty(), topic -> true);
        List<Mismatch> mismatches = new ArrayList<>(plan.wrong());
        plan.entries().forEach(entry -> mismatches.addAll(mismatches(entry)));
        return List.copyOf(mismatches);
    }

    private static List<Mismatch> mismatches(TopicPlan.Entry entry) {
        String remedy = "run `onrecord topics`";
        String topic = entry.spec().name();
        if (entry.existing().isEmpty()) {
            return List.of(new Mismatch(topic, "no topic", "one", remedy));
        }
        List<Mismatch> mismatches = new ArrayList<>();
        for (Step step : entry.steps()) {
            if (step instanceof ChangeSetting change) {
                mismatches.add(new Mismatch(
                        topic, change.key() + "=" + change.from(), change.key() + "=" + change.to(), remedy));
            } else if (step instanceof SetCompatibility set) {
                mismatches.add(
                        new Mismatch(topic, set.from() + " for subject " + subject(topic), COMPATIBILITY, remedy));
            }
        }
        return mismatches;
    }

    /** How many partitions the internal topics have; empty when there are none, or when they differ. */
    public OptionalInt partitions() {
        Map<String, TopicDescription> found = descriptions(Topics.INTERNAL);
        int[] counts = found.values().stream()
                .mapToInt(topic -> topic.partitions().size())
                .distinct()
                .toArray();
        return counts.length == 1 ? OptionalInt.of(counts[0]) : OptionalInt.empty();
    }

    static String subject(String topic) {
        return topic + "-value";
    }

    private Set<String> existing() {
        return AdminCalls.get(admin.listTopics().names());
    }

    private Map<String, Existing> describe(Collection<Topics.Spec> specs) {
        Map<String, TopicDescription> found =
                descriptions(specs.stream().map(Topics.Spec::name).toList());
        Map<String, Config> configs = configs(found.keySet());
        Map<String, Existing> topics = new HashMap<>();
        found.forEach((name, topic) -> {
            Map<String, String> settings = new HashMap<>();
            configs.get(name).entries().stream()
                    .filter(entry -> entry.value() != null)
                    .forEach(entry -> settings.put(entry.name(), entry.value()));
            int replicas = topic.partitions().get(0).replicas().size();
            topics.put(name, new Existing(topic.partitions().size(), replicas, settings));
        });
        return topics;
    }

    private Map<String, TopicDescription> descriptions(List<String> names) {
        Set<String> existing = existing();
        return AdminCalls.get(
                admin.describeTopics(names.stream().filter(existing::contains).toList())
                        .allTopicNames());
    }

    private Map<String, Config> configs(Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Config> configs = new HashMap<>();
        AdminCalls.get(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }
}
