package org.onrecord.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.onrecord.article.RejectReason;
import org.onrecord.avro.Claim;
import org.onrecord.avro.Fact;
import org.onrecord.interchange.ArticleLine;
import org.onrecord.interchange.ArticleLines;
import org.onrecord.interchange.ClaimLines;
import org.onrecord.interchange.FactLines;
import org.onrecord.interchange.UnusableLineException;
import org.onrecord.local.LocalMode;
import org.onrecord.stream.Counts;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.AvroSerde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord replay}: articles on disk through a pipeline of its own, claims and facts back to disk. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends articles through a pipeline in local mode and writes the claims and facts that stand in the end,",
            "sorted by id. By default one article at a time, each worked off before the next."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "Articles, one JSON object a line.")
    private Path input;

    @Option(names = "--claims", required = true, paramLabel = "FILE", description = "Where the claims go.")
    private Path claims;

    @Option(names = "--facts", required = true, paramLabel = "FILE", description = "Where the facts go.")
    private Path facts;

    @Option(names = "--parallel", description = "Send everything at once instead of one article at a time.")
    private boolean parallel;

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "1", description = "By default ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--grace",
            paramLabel = "DAYS",
            description =
                    "How late an article may be; by default as long as the input spans, so that none is too late.")
    private Optional<Integer> graceDays = Optional.empty();

    @Override
    public Integer call() throws IOException {
        List<ArticleLine> lines = read();
        requireWritable(claims);
        requireWritable(facts);
        List<String> outlets =
                lines.stream().map(ArticleRecords::outlet).distinct().toList();
        Map<String, String> settings =
                Map.of(PipelineConfig.GRACE, Long.toString(grace(lines).toMillis()));
        tell("starting a broker, a registry and the pipeline");
        try (LocalPipeline local = LocalPipeline.start(LocalMode.Options.temporary(), partitions, outlets, settings)) {
            send(lines, local);
            local.drain(PATIENCE);
            int claimCount = write(claims, claims(local));
            int factCount = write(facts, facts(local));
            tell("%d articles, %d claims, %d facts".formatted(lines.size(), claimCount, factCount));
            tell(Amplification.of(local).toString());
            tellCounts(local.counts());
        }
        return 0;
    }

    /** Before the work rather than after it. */
    private void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new ParameterException(
                    spec.commandLine(), file + " cannot be written; check the path and its rights");
        }
    }

    private List<ArticleLine> read() throws IOException {
        ArticleLines reader = new ArticleLines();
        List<ArticleLine> lines = new ArrayList<>();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(input)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines.add(reader.read(line));
                }
            }
        } catch (UnusableLineException e) {
            throw new ParameterException(
                    spec.commandLine(), "line " + number + " of " + input + " " + e.getMessage(), e);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), input + " is not there; check the path", e);
        }
        return lines;
    }

    private Duration grace(List<ArticleLine> lines) {
        if (graceDays.isPresent()) {
            return Duration.ofDays(graceDays.get());
        }
        Instant first = lines.stream()
                .map(ArticleLine::at)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant last = lines.stream()
                .map(ArticleLine::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return Duration.between(first, last).plusDays(1);
    }

    private void send(List<ArticleLine> lines, LocalPipeline local) {
        long reported = System.nanoTime();
        for (int i = 0; i < lines.size(); i++) {
            local.send(lines.get(i));
            if (!parallel) {
                local.drain(PATIENCE);
            }
            if (i + 1 == lines.size() || System.nanoTime() - reported > 2_000_000_000L) {
                reported = System.nanoTime();
                tell("%d of %d articles sent".formatted(i + 1, lines.size()));
            }
        }
    }

    private static List<String> claims(LocalPipeline local) {
        ClaimLines lines = new ClaimLines();
        return sorted(
                local.latest(
                        Topics.CLAIMS,
                        AvroSerde.of(Claim.class, local.registry()).deserializer()),
                lines::write);
    }

    /** The lines of a facts file. */
    static List<String> facts(LocalPipeline local) {
        FactLines lines = new FactLines();
        return sorted(
                local.latest(
                        Topics.FACTS, AvroSerde.of(Fact.class, local.registry()).deserializer()),
                lines::write);
    }

    private static <V> List<String> sorted(Map<String, V> values, Function<V, String> line) {
        return new TreeMap<>(values).values().stream().map(line).toList();
    }

    private static int write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
        return lines.size();
    }

    /** What was refused, by reason, and how many blocks reached their cap: what the promise of order does not cover. */
    private void tellCounts(Counts counts) {
        tell("blocks-capped " + counts.blocksCapped());
        for (RejectReason reason : RejectReason.values()) {
            if (counts.of(reason) > 0) {
                tell("rejected-" + reason.name().toLowerCase(Locale.ROOT) + " " + counts.of(reason));
            }
        }
    }

    private void tell(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("onrecord: " + message);
        err.flush();
    }
}
