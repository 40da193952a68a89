package org.onrecord.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.onrecord.avro.Fact;
import org.onrecord.interchange.FactLines;
import org.onrecord.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code onrecord facts}: what stands now. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Shows the facts that stand now, newest first; with --follow also every change from then on.")
public final class FactsCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--follow", description = "Go on with every change, until interrupted.")
    private boolean follow;

    @Option(names = "--json", description = "One JSON object a line, in the interchange form.")
    private boolean json;

    @Option(
            names = "--from-beginning",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "The default; --no-from-beginning shows only changes and needs --follow.")
    private boolean fromBeginning;

    private final FactLines lines = new FactLines();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Consumer<byte[], Fact> consumer = connection.consumer(
                new ByteArrayDeserializer(), connection.values().deserializer(Fact.class))) {
            List<TopicPartition> partitions = LatestByKey.partitions(consumer, Topics.FACTS);
            consumer.assign(partitions);
            if (fromBeginning) {
                print(LatestByKey.read(consumer, partitions).values(), out);
            } else {
                consumer.seekToEnd(partitions);
            }
            while (follow && !Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(record -> change(record, out));
            }
        }
        return 0;
    }

    private void print(Collection<Fact> facts, PrintWriter out) {
        if (json) {
            FactTable.newestFirst(facts).forEach(fact -> out.println(lines.write(fact)));
            out.flush();
        } else {
            FactTable.print(facts, out);
        }
    }

    private void change(ConsumerRecord<byte[], Fact> record, PrintWriter out) {
        Fact fact = record.value();
        if (json) {
            out.println(fact == null ? lines.withdrawn(LatestByKey.key(record)) : lines.write(fact));
        } else {
            Table line = fact == null
                    ? new Table(72, "WITHDRAWN", LatestByKey.key(record))
                    : new Table(
                            72,
                            Stream.of(FactTable.cells(fact))
                                    .map(String::valueOf)
                                    .toArray(String[]::new));
            line.print(out);
        }
        out.flush();
    }
}
