package org.onrecord.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.onrecord.avro.Fact;
import org.onrecord.avro.Support;
import org.onrecord.interchange.FactLines;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.AvroSerde;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
                new ByteArrayDeserializer(),
                AvroSerde.of(Fact.class, connection.registry()).deserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
                print(standing(consumer, partitions).values(), out);
            } else {
                consumer.seekToEnd(partitions);
            }
            while (follow && !Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(record -> change(record, out));
            }
        }
        return 0;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        List<PartitionInfo> found = Optional.ofNullable(consumer.listTopics().get(Topics.FACTS))
                .orElseThrow(() -> new IllegalStateException("there is no topic facts; run `onrecord topics`"));
        return found.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Reads up to what is committed now, and keeps the latest of each key. */
    private static Map<String, Fact> standing(Consumer<byte[], Fact> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, Fact> facts = new LinkedHashMap<>();
        long progress = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new org.apache.kafka.common.errors.TimeoutException(
                        "nothing came from topic facts for " + PATIENCE.toSeconds() + " s");
            }
            records.forEach(record -> {
                if (record.value() == null) {
                    facts.remove(key(record));
                } else {
                    facts.put(key(record), record.value());
                }
            });
        }
        return facts;
    }

    private void print(Collection<Fact> facts, PrintWriter out) {
        List<Fact> newestFirst = facts.stream()
                .sorted(Comparator.comparing(Fact::getLastReportedAt).reversed().thenComparing(Fact::getFactId))
                .toList();
        if (json) {
            newestFirst.forEach(fact -> out.println(lines.write(fact)));
            out.flush();
            return;
        }
        Table table = new Table(72, "STATUS", "STATEMENT", "VALUE", "ORIGINS", "SAID BY", "OUTLETS");
        newestFirst.forEach(fact -> table.row(cells(fact)));
        table.print(out);
    }

    private void change(ConsumerRecord<byte[], Fact> record, PrintWriter out) {
        Fact fact = record.value();
        if (json) {
            out.println(fact == null ? lines.withdrawn(key(record)) : lines.write(fact));
        } else {
            Table line = fact == null
                    ? new Table(72, "WITHDRAWN", key(record))
                    : new Table(72, Stream.of(cells(fact)).map(String::valueOf).toArray(String[]::new));
            line.print(out);
        }
        out.flush();
    }

    private static Object[] cells(Fact fact) {
        String value = Stream.of(fact.getValue(), fact.getUnit())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return new Object[] {
            fact.getStatus(),
            fact.getStatement(),
            fact.getValue() == null ? "-" : value,
            fact.getOrigins().size(),
            distinct(fact, support -> support.getSource() == null ? support.getOutlet() : support.getSource()),
            distinct(fact, Support::getOutlet)
        };
    }

    private static String distinct(Fact fact, java.util.function.Function<Support, String> part) {
        return fact.getSupport().stream().map(part).distinct().collect(Collectors.joining(", "));
    }

    private static String key(ConsumerRecord<byte[], ?> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
