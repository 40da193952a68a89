package org.onrecord.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;
import org.onrecord.stream.PipelineAcls;
import org.onrecord.stream.TopicPlan;
import org.onrecord.stream.TopicPlan.CreateTopic;
import org.onrecord.stream.TopicPlan.Entry;
import org.onrecord.stream.TopicProvisioner;
import org.onrecord.stream.TopicProvisioner.Mismatch;
import org.onrecord.stream.Topics;
import picocli.CommandLine.ArgGroup;
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
            "Brings the topics and the registry's subjects to what the pipeline needs: creates what is missing, and sets "
                    + "what the pipeline relies on. --plan shows it first.",
            "Never changes a number of partitions or a cleanup policy: what is wrong with those is named, with its "
                    + "remedy. Exits with 1 when something is not as it has to be."
        })
public final class TopicsCommand implements Callable<Integer> {
    private static final int DEFAULT_PARTITIONS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "By default what the internal topics have, or " + DEFAULT_PARTITIONS + " where there are none yet.")
    private Optional<Integer> partitions = Optional.empty();

    @Option(
            names = "--replication-factor",
            paramLabel = "R",
            description = "By default the broker's own. 3 or more also sets min.insync.replicas to 2.")
    private Optional<Short> replicationFactor = Optional.empty();

    @Option(names = "--outlet", arity = "1..*", paramLabel = "ID", description = "Outlets to create a topic for.")
    private List<String> outlets = List.of();

    @Option(
            names = "--article-retention-days",
            paramLabel = "DAYS",
            description = "How long the topics of --outlet keep articles. By default for ever, so that all can be "
                    + "processed again from the beginning.")
    private Optional<Integer> articleRetentionDays = Optional.empty();

    @ArgGroup
    private Mode mode = new Mode();

    @Mixin
    private ApplicationIdOption applicationId;

    /** What to do; one of them. */
    static final class Mode {
        @Option(names = "--plan", description = "Show what there is and what would be done; change nothing.")
        private boolean plan;

        @Option(names = "--apply", description = "Do what --plan shows. The default.")
        @SuppressWarnings("UnusedVariable") // what happens without it, too
        private boolean apply;

        @Option(
                names = "--acls",
                paramLabel = "PRINCIPAL",
                description = "Print the commands that allow PRINCIPAL, for example User:onrecord, what the pipeline "
                        + "needs and no more. Asks nobody and changes nothing.")
        private Optional<String> acls = Optional.empty();
    }

    @Override
    public Integer call() {
        if (mode.acls.isPresent()) {
            printAcls(mode.acls.get());
            return 0;
        }
        requireNames();
        try (Admin admin = connection.admin()) {
            TopicProvisioner provisioner = new TopicProvisioner(admin, connection.registry());
            List<Topics.Spec> specs =
                    specs(partitions.orElseGet(() -> provisioner.partitions().orElse(DEFAULT_PARTITIONS)));
            TopicPlan plan = provisioner.plan(specs, replicationFactor);
            if (!mode.plan) {
                provisioner.apply(plan);
            }
            print(plan);
            plan.wrong().forEach(mismatch -> spec.commandLine().getErr().println("onrecord: " + mismatch));
            return plan.wrong().isEmpty() && (plan.isDone() || !mode.plan) ? 0 : 1;
        }
    }

    /** Wrong usage is told before anybody is asked. */
    private void requireNames() {
        specs(partitions.orElse(DEFAULT_PARTITIONS));
    }

    private List<Topics.Spec> specs(int count) {
        try {
            return Topics.specs(count, outlets).stream().map(this::retained).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Topics.Spec retained(Topics.Spec topic) {
        return Topics.isOutlet(topic.name()) && articleRetentionDays.isPresent()
                ? topic.requiring(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(
                                Duration.ofDays(articleRetentionDays.get()).toMillis()))
                : topic;
    }

    private void print(TopicPlan plan) {
        PrintWriter out = spec.commandLine().getOut();
        Set<String> wrong = plan.wrong().stream().map(Mismatch::topic).collect(Collectors.toSet());
        Table table =
                new Table(80, "TOPIC", "PARTITIONS", "REPLICAS", "CLEANUP", "RETENTION", mode.plan ? "PLAN" : "RESULT");
        for (Entry entry : plan.entries()) {
            Map<String, String> settings = entry.existing()
                    .map(TopicPlan.Existing::settings)
                    .orElse(entry.spec().configs());
            table.row(
                    entry.spec().name(),
                    entry.existing()
                            .map(TopicPlan.Existing::partitions)
                            .orElse(entry.spec().partitions()),
                    entry.existing()
                            .map(topic -> Integer.toString(topic.replicas()))
                            .orElse(replicationFactor.map(Object::toString).orElse("broker's")),
                    settings.get(TopicConfig.CLEANUP_POLICY_CONFIG),
                    retention(settings),
                    wrong.contains(entry.spec().name()) ? "WRONG" : result(entry));
        }
        table.print(out);
        if (!plan.steps().isEmpty()) {
            out.println();
            plan.steps().forEach(step -> out.println((mode.plan ? "would " : "done: ") + step));
        }
        out.flush();
    }

    private String result(Entry entry) {
        if (entry.steps().isEmpty()) {
            return "ok";
        }
        boolean create = entry.steps().stream().anyMatch(CreateTopic.class::isInstance);
        return (create ? "create" : "change") + (mode.plan ? "" : "d");
    }

    private static String retention(Map<String, String> settings) {
        String millis = settings.getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "-1");
        boolean compacted = TopicConfig.CLEANUP_POLICY_COMPACT.equals(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG));
        if (compacted || millis.equals("-1")) {
            return "for ever";
        }
        Duration duration = Duration.ofMillis(Long.parseLong(millis));
        return duration.toDays() > 0 ? duration.toDays() + " days" : duration.toMinutes() + " min";
    }

    private void printAcls(String principal) {
        PrintWriter out = spec.commandLine().getOut();
        String server = connection
                .clientConfig()
                .get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                .toString();
        AclStatements.of(PipelineAcls.of(principal, applicationId.value()), server)
                .forEach(out::println);
        out.flush();
    }
}
