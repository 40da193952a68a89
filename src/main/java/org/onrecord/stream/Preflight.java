package org.onrecord.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.AuthorizationException;
import org.onrecord.stream.TopicProvisioner.Mismatch;
import org.onrecord.stream.registry.RegistryClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be right before a pipeline starts, so that it does not fail later and with less of an explanation. */
public final class Preflight {
    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);
    private static final List<String> NEEDED =
            List.of(Topics.ARTICLES, Topics.STATEMENTS, Topics.BLOCKS, Topics.CLAIMS, Topics.FACTS, Topics.REJECTED);

    private final Admin admin;
    private final TopicProvisioner provisioner;
    private final String group;

    /** @param group the pipeline's application id */
    public Preflight(Admin admin, RegistryClient registry, String group) {
        this.admin = admin;
        this.provisioner = new TopicProvisioner(admin, registry);
        this.group = group;
    }

    /**
     * Asks the broker and the registry.
     *
     * @throws IllegalStateException naming the topics that are missing
     * @throws WrongTopicsException naming what is wrong about those that are there, and the remedy
     */
    public void check() {
        provisioner.require(NEEDED);
        Map<String, TopicDescription> topics =
                AdminCalls.get(admin.describeTopics(NEEDED).allTopicNames());
        List<String> wrong = new ArrayList<>(settings(topics));
        wrong.addAll(changelogs(topics.get(Topics.STATEMENTS).partitions().size()));
        if (!wrong.isEmpty()) {
            throw new WrongTopicsException(String.join("; ", wrong));
        }
    }

    private List<String> settings(Map<String, TopicDescription> topics) {
        List<Topics.Spec> specs = Topics.specs(1, List.of()).stream()
                .map(spec ->
                        spec.withPartitions(topics.get(spec.name()).partitions().size()))
                .toList();
        try {
            return provisioner.verify(specs).stream()
                    .filter(Preflight::isFatal)
                    .map(Mismatch::toString)
                    .toList();
        } catch (AuthorizationException denied) {
            LOG.warn(
                    "the settings of topics are not checked, for want of the right to DESCRIBE_CONFIGS them: {}",
                    denied.getMessage());
            return List.of();
        }
    }

    /** A subject's level decides what may be registered, not whether what is registered works. */
    private static boolean isFatal(Mismatch mismatch) {
        return !Objects.equals(mismatch.shouldBe(), TopicProvisioner.COMPATIBILITY);
    }

    /** State is cut as the internal topics were when it was first kept. */
    private List<String> changelogs(int partitions) {
        List<String> names = AdminCalls.get(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(group + "-") && name.endsWith("-changelog"))
                .toList();
        String wrong = AdminCalls.get(admin.describeTopics(names).allTopicNames()).values().stream()
                .filter(topic -> topic.partitions().size() != partitions)
                .map(topic -> topic.name() + ": " + topic.partitions().size())
                .sorted()
                .collect(Collectors.joining(", "));
        return wrong.isEmpty()
                ? List.of()
                : List.of("the internal topics have " + partitions
                        + " partitions, and the state kept for them has others ("
                        + wrong + "): give the topics the number that they had, or reset the application and process"
                        + " again from the beginning");
    }
}
