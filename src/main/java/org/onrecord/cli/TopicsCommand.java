package org.onrecord.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;
import org.onrecord.stream.TopicProvisioner;
import org.onrecord.stream.TopicProvisioner.Mismatch;
import org.onrecord.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord topics}: the topics and subjects that a pipeline needs. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = {
            "Creates the topics and the registry's subjects that are missing, and checks those that exist.",
            "Never changes a topic that exists. Exits with 1 when something is not as it has to be."
        })
public final class TopicsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "3", description = "By default ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(names = "--replication-factor", paramLabel = "R", description = "By default the broker's own.")
    private Optional<Short> replicationFactor = Optional.empty();

    @Option(names = "--outlet", arity = "1..*", paramLabel = "ID", description = "Outlets to create a topic for.")
    private List<String> outlets = List.of();

    @Option(names = "--verify", description = "Only check; create nothing.")
    private boolean verify;

    @Override
    public Integer call() {
        List<Topics.Spec> specs = specs();
        try (Admin admin = connection.admin()) {
            TopicProvisioner provisioner = new TopicProvisioner(admin, connection.registry());
            Set<String> created = verify ? Set.of() : new HashSet<>(provisioner.create(specs, replicationFactor));
            List<Mismatch> mismatches = provisioner.verify(specs);
            print(specs, created, mismatches);
            mismatches.forEach(mismatch -> spec.commandLine().getErr().println("onrecord: " + mismatch));
            return mismatches.isEmpty() ? 0 : 1;
        }
    }

    private List<Topics.Spec> specs() {
        try {
            return Topics.specs(partitions, outlets);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void print(List<Topics.Spec> specs, Set<String> created, List<Mismatch> mismatches) {
        Set<String> wrong = mismatches.stream().map(Mismatch::topic).collect(Collectors.toSet());
        Table table = new Table(80, "TOPIC", "PARTITIONS", "CLEANUP", "RESULT");
        for (Topics.Spec topic : specs) {
            String result = wrong.contains(topic.name()) ? "WRONG" : created.contains(topic.name()) ? "created" : "ok";
            table.row(topic.name(), topic.partitions(), topic.configs().get(TopicConfig.CLEANUP_POLICY_CONFIG), result);
        }
        table.print(spec.commandLine().getOut());
    }
}
