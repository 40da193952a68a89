package org.onrecord.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.onrecord.stream.ApplicationReset;
import org.onrecord.stream.ApplicationReset.Plan;
import org.onrecord.stream.LocalState;
import org.onrecord.stream.Topics;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord reset}: a pipeline that begins anew. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a stopped pipeline process all articles anew: rewinds the outlets' topics to their beginning, empties "
                    + "the internal topics, and deletes the changelogs and this machine's state directory.",
            "Refuses while the pipeline runs anywhere. Interrupted, it is completed by running it again.",
            "The same articles end in the same facts, under the same ids; until they are processed again, facts stand "
                    + "as they stood. With other settings or another version some facts get other ids, and those that "
                    + "are not formed again would stand for ever: --facts withdraw takes all facts and claims back "
                    + "first, and consumers see them go and come again."
        })
public final class ResetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Mixin
    private ApplicationIdOption applicationId;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "As given to `run`; else $$ONRECORD_STATE_DIR, else ./onrecord-state. On every other machine "
                    + "its own has to be removed by hand.")
    private Optional<Path> stateDir = Optional.empty();

    @Option(
            names = "--facts",
            paramLabel = "keep|withdraw",
            defaultValue = "keep",
            description = "What becomes of the facts and claims that stand; by default ${DEFAULT-VALUE}.")
    private Facts facts;

    @ArgGroup
    private Consent consent = new Consent();

    /** What becomes of the facts that stand. */
    enum Facts {
        KEEP,
        WITHDRAW
    }

    /** Whether it is to be done; one of them. */
    static final class Consent {
        @Option(names = "--dry-run", description = "Show what would be done; change nothing.")
        private boolean dryRun;

        @Option(names = "--yes", description = "Do it without asking.")
        private boolean yes;
    }

    @Override
    public Integer call() {
        LocalState state = new LocalState(directory(), applicationId.value());
        try (Admin admin = connection.admin()) {
            ApplicationReset reset = new ApplicationReset(admin, applicationId.value());
            List<String> members = reset.members();
            if (!members.isEmpty()) {
                throw running(members);
            }
            Plan plan = reset.plan();
            print(plan, state);
            if (consent.dryRun) {
                return 0;
            }
            if (!consent.yes && !agreed()) {
                spec.commandLine().getErr().println("onrecord: nothing was changed");
                return 1;
            }
            carryOut(reset, plan, state);
        }
        spec.commandLine().getOut().println("Done. Start the pipeline, and see `onrecord lag` for how far it is.");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void carryOut(ApplicationReset reset, Plan plan, LocalState state) {
        try {
            reset.apply(plan);
        } catch (UnknownMemberIdException started) {
            throw running(List.of("one that has just started"));
        }
        state.delete();
        if (facts == Facts.WITHDRAW) {
            withdraw(Topics.FACTS);
            withdraw(Topics.CLAIMS);
        }
    }

    private static IllegalStateException running(List<String> members) {
        return new IllegalStateException("the pipeline is running: " + String.join(", ", members)
                + "; stop every instance, give the group its session timeout to notice, and try again");
    }

    private Path directory() {
        return stateDir.or(() -> Optional.ofNullable(System.getenv("ONRECORD_STATE_DIR"))
                        .filter(directory -> !directory.isBlank())
                        .map(Path::of))
                .orElse(Path.of("onrecord-state"));
    }

    private void print(Plan plan, LocalState state) {
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table(120, "WHAT", "IS", "HOW MUCH");
        for (Map.Entry<String, Long> topic : ApplicationReset.toReadAgain(plan).entrySet()) {
            table.row(topic.getKey(), "read again from its beginning", topic.getValue() + " offsets");
        }
        for (Map.Entry<String, Long> topic : ApplicationReset.toDelete(plan).entrySet()) {
            table.row(topic.getKey(), "emptied", topic.getValue() + " offsets");
        }
        plan.changelogs().forEach(topic -> table.row(topic, "deleted", ""));
        table.row(state.directory(), state.exists() ? "removed" : "not there", "this machine's state");
        for (String topic : List.of(Topics.FACTS, Topics.CLAIMS)) {
            table.row(topic, facts == Facts.WITHDRAW ? "taken back, record by record" : "left as it stands", "");
        }
        table.print(out);
        out.println();
        out.println("On every other machine that has run the pipeline, remove "
                + state.directory().getFileName()
                + " from its state directory before it starts: it belongs to the changelogs that go.");
        out.flush();
    }

    private boolean agreed() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%nType %s to do this: ", applicationId.value());
        out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (answer == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is nobody to ask: give --yes, or --dry-run to see what would be done");
            }
            return answer.strip().equals(applicationId.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A null for every key that stands, to the partition where it stands. */
    private void withdraw(String topic) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                        connection.consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Producer<byte[], byte[]> producer = producer()) {
            for (TopicPartition partition : LatestByKey.partitions(consumer, topic)) {
                consumer.assign(List.of(partition));
                for (String key : LatestByKey.read(consumer, List.of(partition)).keySet()) {
                    sent.add(producer.send(new ProducerRecord<>(
                            topic, partition.partition(), key.getBytes(StandardCharsets.UTF_8), null)));
                }
            }
        }
        sent.forEach(ResetCommand::await);
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> config = connection.clientConfig();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a fact could not be taken back; run the same reset again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; run the same reset again", e);
        }
    }
}
