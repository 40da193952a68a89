package org.onrecord.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.onrecord.stream.registry.RegistryClient;

/**
 * Creates the topics and their subjects, and says where what exists is not what On Record needs. It
 * never changes a topic that exists: its settings are somebody's decision. Running it again does no
 * harm.
 */
public final class TopicProvisioner {
    /** What a schema must keep to: the newest reader reads everything that was ever written. */
    public static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    /** These decide whether On Record works; other settings may be tuned. */
    private static final List<String> CHECKED =
            List.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);

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
     * Creates the topics that are missing, and their subjects with their compatibility level.
     *
     * @param replicationFactor empty takes the broker's default
     * @return the names of the topics that this call created
     */
    public List<String> create(Collection<Topics.Spec> specs, Optional<Short> replicationFactor) {
        Set<String> existing = existing();
        List<String> created = new ArrayList<>();
        for (Topics.Spec spec : specs) {
            if (!existing.contains(spec.name()) && create(spec, replicationFactor)) {
                created.add(spec.name());
            }
        }
        specs.stream().map(Topics.Spec::name).filter(Topics::isPublic).forEach(this::createSubject);
        return created;
    }

    private boolean create(Topics.Spec spec, Optional<Short> replicationFactor) {
        NewTopic topic =
                new NewTopic(spec.name(), Optional.of(spec.partitions()), replicationFactor).configs(spec.configs());
        try {
            AdminCalls.get(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (TopicExistsException another) {
            return false; // Somebody was faster; verify() looks at what they made.
        }
    }

    /** The schema first: some registries configure only subjects that exist. */
    private void createSubject(String topic) {
        String subject = subject(topic);
        registry.register(subject, Topics.schema(topic));
        if (!registry.compatibility(subject).equals(Optional.of(COMPATIBILITY))) {
            registry.setCompatibility(subject, COMPATIBILITY);
        }
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

    /** Everything that is not as it has to be, topic by topic; empty when all is well. */
    public List<Mismatch> verify(Collection<Topics.Spec> specs) {
        Map<String, TopicDescription> found = describe(specs);
        Map<String, Config> configs = configs(found.keySet());
        List<Mismatch> mismatches = new ArrayList<>();
        for (Topics.Spec spec : specs) {
            TopicDescription description = found.get(spec.name());
            if (description == null) {
                mismatches.add(new Mismatch(spec.name(), "no topic", "one", "run `onrecord topics`"));
                continue;
            }
            partitions(spec, description.partitions().size()).ifPresent(mismatches::add);
            mismatches.addAll(settings(spec, configs.get(spec.name())));
            if (Topics.isPublic(spec.name())) {
                compatibility(spec.name()).ifPresent(mismatches::add);
            }
        }
        equalPartitions(found).ifPresent(mismatches::add);
        return List.copyOf(mismatches);
    }

    private static Optional<Mismatch> partitions(Topics.Spec spec, int is) {
        if (is == spec.partitions() || Topics.isOutlet(spec.name())) {
            return Optional.empty(); // An outlet chooses its own number.
        }
        return Optional.of(new Mismatch(
                spec.name(),
                is + " partitions",
                Integer.toString(spec.partitions()),
                "give --partitions " + is
                        + ", or delete the topic while nothing runs and run `onrecord topics` again"));
    }

    /** One stage writes to the next by key: the state of all has to be cut alike. */
    private static Optional<Mismatch> equalPartitions(Map<String, TopicDescription> found) {
        Map<String, Integer> counts = Topics.INTERNAL.stream()
                .filter(found::containsKey)
                .collect(Collectors.toMap(
                        name -> name, name -> found.get(name).partitions().size()));
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

    private static List<Mismatch> settings(Topics.Spec spec, Config config) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (String key : CHECKED) {
            String should = spec.configs().get(key);
            var entry = config.get(key);
            String is = entry == null ? "nothing" : entry.value();
            if (!should.equals(is)) {
                mismatches.add(new Mismatch(
                        spec.name(),
                        key + "=" + is,
                        key + "=" + should,
                        "run `kafka-configs.sh --alter --entity-type topics --entity-name " + spec.name()
                                + " --add-config " + key + "=" + should + "`"));
            }
        }
        return mismatches;
    }

    private Optional<Mismatch> compatibility(String topic) {
        String is = registry.compatibility(subject(topic)).orElse("no compatibility level of its own");
        if (is.equals(COMPATIBILITY)) {
            return Optional.empty();
        }
        return Optional.of(new Mismatch(
                topic, is + " for subject " + subject(topic), COMPATIBILITY, "run `onrecord topics` without --verify"));
    }

    private static String subject(String topic) {
        return topic + "-value";
    }

    private Set<String> existing() {
        return AdminCalls.get(admin.listTopics().names());
    }

    private Map<String, TopicDescription> describe(Collection<Topics.Spec> specs) {
        Set<String> existing = existing();
        List<String> names =
                specs.stream().map(Topics.Spec::name).filter(existing::contains).toList();
        return AdminCalls.get(admin.describeTopics(names).allTopicNames());
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
