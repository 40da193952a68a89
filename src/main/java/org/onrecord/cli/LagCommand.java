package org.onrecord.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.onrecord.serve.LagJson;
import org.onrecord.stream.GroupStanding;
import org.onrecord.stream.Lag;
import org.onrecord.stream.LagHistory;
import org.onrecord.stream.LagReaders;
import org.onrecord.stream.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code onrecord lag}: how far behind each outlet and stage is. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how far behind each outlet and each stage is, in records and in time, and whether that grows.",
            "Transaction markers, aborted records and holes of compaction are no lag."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:Kafka could not be asked", "2:the lag is beyond --max-time-lag, or wrong usage"})
public final class LagCommand implements Callable<Integer> {
    /** A watch at two seconds for ten minutes. */
    private static final int KEPT = 300;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--group",
            paramLabel = "ID",
            defaultValue = "onrecord",
            description = "The pipeline's application id; by default ${DEFAULT-VALUE}.")
    private String group;

    @Option(names = "--watch", description = "Again and again, with the course of the oldest, until interrupted.")
    private boolean watch;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = DurationOption.class,
            description = "Between two looks, which rates are taken from; by default ${DEFAULT-VALUE}.")
    private Duration interval;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(
            names = "--max-time-lag",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "Exit with 2 when the oldest record waits longer, for example 60s or 5m; looks once only.")
    private Optional<Duration> maxTimeLag = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        LagHistory history = new LagHistory(KEPT);
        try (Admin admin = connection.admin()) {
            Lag lag = new Lag(admin, new LagReaders(connection.clientConfig()), group);
            history.add(lag.snapshot());
            if (maxTimeLag.isEmpty()) {
                look(lag, history); // rates need a second look
            }
            show(history, admin);
            while (watch && maxTimeLag.isEmpty()) {
                look(lag, history);
                show(history, admin);
            }
        }
        return maxTimeLag.map(most -> verdict(history, most)).orElse(ExitCode.OK);
    }

    private void look(Lag lag, LagHistory history) throws InterruptedException {
        Thread.sleep(interval.toMillis());
        history.add(lag.snapshot());
    }

    private int verdict(LagHistory history, Duration most) {
        Duration oldest = history.latest().orElseThrow().oldest();
        if (oldest.compareTo(most) <= 0) {
            return ExitCode.OK;
        }
        spec.commandLine()
                .getErr()
                .println("onrecord: the oldest record has waited " + LagTable.age(oldest) + ", longer than "
                        + LagTable.age(most));
        spec.commandLine().getErr().flush();
        return ExitCode.USAGE;
    }

    private void show(LagHistory history, Admin admin) {
        GroupStanding standing = GroupStanding.of(admin, group);
        int capped = cappedBlocks();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode line = LagJson.of(history);
            line.putObject("group")
                    .put("id", group)
                    .put("protocol", standing.protocol())
                    .put("state", standing.state())
                    .put("members", standing.members());
            line.put("cappedBlocks", capped);
            out.println(line);
        } else {
            if (watch && CommandLine.Help.Ansi.AUTO.enabled()) {
                out.print("\033[H\033[2J"); // from the top of an empty screen
            }
            new LagTable(watch).print(history, out);
            out.printf("%n%s%n", account(standing));
            out.printf("blocks that ever reached their cap: %d%n%n", capped);
        }
        out.flush();
    }

    private String account(GroupStanding standing) {
        if (standing.protocol().equals("none")) {
            return "group " + group + ": never seen by this broker; is --group the pipeline's application.id?";
        }
        String members = standing.members() == 1 ? "1 thread" : standing.members() + " threads";
        return "group " + group + " (" + standing.protocol() + "): "
                + (standing.members() == 0
                        ? "nobody is at work; start `onrecord run`"
                        : standing.state() + ", " + members);
    }

    /** How many blocks ever reached their cap: the pipeline's own changelog of them has a key for each. */
    private int cappedBlocks() {
        String topic = Topics.cappedBlocks(group);
        try (Consumer<byte[], byte[]> consumer =
                connection.consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (!consumer.listTopics().containsKey(topic)) {
                return 0; // the pipeline has never run
            }
            List<TopicPartition> partitions = LatestByKey.partitions(consumer, topic);
            consumer.assign(partitions);
            return LatestByKey.read(consumer, partitions).size();
        }
    }
}
