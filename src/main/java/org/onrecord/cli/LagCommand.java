package org.onrecord.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.onrecord.stream.Lag;
import org.onrecord.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code onrecord lag}: how far behind each outlet and stage is. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = "Shows how far behind each outlet and each stage is, in records and in time.")
public final class LagCommand implements Callable<Integer> {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

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

    @Option(names = "--watch", description = "Again every two seconds, until interrupted.")
    private boolean watch;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = connection.admin()) {
            Lag lag = new Lag(
                    admin, () -> connection.consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer()), group);
            print(lag.snapshot(), cappedBlocks(), out);
            while (watch && !Thread.currentThread().isInterrupted()) {
                Thread.sleep(BETWEEN.toMillis());
                print(lag.snapshot(), cappedBlocks(), out);
            }
        }
        return 0;
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

    private void print(Lag.Snapshot snapshot, int cappedBlocks, PrintWriter out) {
        if (json) {
            out.println(line(snapshot, cappedBlocks));
            out.flush();
            return;
        }
        Table table = new Table(100, "WAITING FOR", "TOPIC", "RECORDS", "OLDEST");
        snapshot.topics().forEach(topic -> table.row(stage(topic.name()), topic.name(), topic.records(), age(topic)));
        table.row("all", "", snapshot.records(), "");
        table.print(out);
        out.printf("%nblocks that ever reached their cap: %d%n", cappedBlocks);
        out.flush();
    }

    private static String line(Lag.Snapshot snapshot, int cappedBlocks) {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("at", snapshot.at().toString())
                .put("records", snapshot.records())
                .put("cappedBlocks", cappedBlocks);
        ArrayNode topics = line.putArray("topics");
        snapshot.topics().forEach(topic -> topics.addObject()
                .put("topic", topic.name())
                .put("stage", stage(topic.name()))
                .put("records", topic.records())
                .put("oldestSeconds", topic.oldest().toMillis() / 1000.0));
        return line.toString();
    }

    private static String stage(String topic) {
        return switch (topic) {
            case Topics.ARTICLES -> "extract";
            case Topics.STATEMENTS -> "statement";
            case Topics.BLOCKS -> "block";
            default -> "intake";
        };
    }

    private static String age(Lag.Topic topic) {
        if (topic.records() == 0) {
            return "-";
        }
        long seconds = topic.oldest().toSeconds();
        return seconds < 60
                ? seconds + "s"
                : seconds < 3600
                        ? seconds / 60 + "m " + seconds % 60 + "s"
                        : seconds / 3600 + "h " + seconds % 3600 / 60 + "m";
    }
}
