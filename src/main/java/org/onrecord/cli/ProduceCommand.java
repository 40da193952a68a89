package org.onrecord.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.onrecord.avro.Article;
import org.onrecord.interchange.ArticleLine;
import org.onrecord.interchange.ArticleLines;
import org.onrecord.interchange.UnusableLineException;
import org.onrecord.stream.TopicProvisioner;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.RegistryClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord produce}: articles on disk to their outlets' topics. */
@Command(
        name = "produce",
        mixinStandardHelpOptions = true,
        description = {
            "Writes articles to their outlets' topics, which are created when missing.",
            "A FILE ending in .jsonl or .json has one article a line, with id, outlet, headline, publishedAt and body, "
                    + "or \"deleted\": true to withdraw one; any other is one article in plain text, whose first line "
                    + "is its headline and whose name is its id.",
            "A line that cannot be used is reported and left out; the exit code is then 2."
        })
public final class ProduceCommand implements Callable<Integer> {
    private static final int MAX_REQUEST_BYTES = 16 << 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Articles.")
    private List<Path> files;

    @Option(names = "--outlet", paramLabel = "ID", description = "The outlet of plain text.")
    private Optional<String> outlet = Optional.empty();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of an outlet's topic that is missing; by default ${DEFAULT-VALUE}.")
    private int partitions;

    private final ArticleLines reader = new ArticleLines();
    private final Set<String> provisioned = new HashSet<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private TopicProvisioner provisioner;
    private Producer<String, Article> producer;
    private int written;
    private int withdrawn;
    private int unusable;

    @Override
    public Integer call() throws Exception {
        requireUsable();
        RegistryClient registry = connection.registry();
        try (Admin admin = connection.admin();
                Producer<String, Article> opened = producer()) {
            provisioner = new TopicProvisioner(admin, registry);
            producer = opened;
            for (Path file : files) {
                produce(file);
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%d articles written, %d withdrawn, %d lines left out; topics: %s%n",
                        written,
                        withdrawn,
                        unusable,
                        String.join(", ", provisioned.stream().sorted().toList()));
        spec.commandLine().getOut().flush();
        return unusable == 0 ? 0 : 2;
    }

    private void requireUsable() {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw unusable(file + " cannot be read; check the path and its permissions");
            }
            if (!isLines(file) && outlet.isEmpty()) {
                throw unusable(file + " is plain text, which names no outlet; add --outlet ID");
            }
        }
        outlet.ifPresent(this::topic);
    }

    private ParameterException unusable(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String topic(String id) {
        try {
            return Topics.ofOutlet(id);
        } catch (IllegalArgumentException e) {
            throw unusable("--outlet: " + e.getMessage());
        }
    }

    private Producer<String, Article> producer() {
        Map<String, Object> config = connection.clientConfig();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        config.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return new KafkaProducer<>(
                config, new StringSerializer(), connection.values().serializer(Article.class));
    }

    private static boolean isLines(Path file) {
        String name = file.toString();
        return name.endsWith(".jsonl") || name.endsWith(".json");
    }

    private void produce(Path file) throws IOException {
        try {
            if (isLines(file)) {
                lines(file);
            } else {
                plainText(file);
            }
        } catch (CharacterCodingException e) {
            report(file + " is not UTF-8; convert it first");
        }
    }

    private void lines(Path file) throws IOException {
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null && failure.get() == null; line = in.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    send(reader.read(line));
                } catch (UnusableLineException e) {
                    report("line " + number + " of " + file + " " + e.getMessage());
                } catch (IllegalArgumentException e) {
                    report("line " + number + " of " + file + ": " + e.getMessage());
                }
            }
        }
    }

    private void report(String message) {
        unusable++;
        spec.commandLine().getErr().println("onrecord: " + message);
        spec.commandLine().getErr().flush();
    }

    private void send(ArticleLine line) {
        ProducerRecord<String, Article> record = ArticleRecords.of(line);
        if (provisioned.add(record.topic())) {
            provisioner.create(List.of(Topics.outlet(ArticleRecords.outlet(line), partitions)), Optional.empty());
        }
        var unused = producer.send(record, (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
        if (record.value() == null) {
            withdrawn++;
        } else {
            written++;
        }
    }

    private void plainText(Path file) throws IOException {
        String body = Files.readString(file);
        if (body.isBlank()) {
            report(file + " is empty");
            return;
        }
        List<String> told =
                body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        String headline = told.size() > 1 ? told.get(0) : ""; // a single line is what the article says
        Instant now = Instant.now();
        String id = file.getFileName().toString();
        String from = outlet.orElseThrow();
        send(new ArticleLine(
                id,
                from,
                now,
                Optional.of(new org.onrecord.article.Article(id, from, Optional.empty(), headline, now, now, body))));
    }
}
