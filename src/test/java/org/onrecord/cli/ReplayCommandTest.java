package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.interchange.ArticleLine;
import org.onrecord.interchange.ArticleLines;
import org.onrecord.interchange.UnusableLineException;
import org.onrecord.local.LocalMode;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Sketch;
import org.onrecord.stream.Parts;
import org.onrecord.stream.PipelineConfig;

/** Five stories with their revisions and withdrawals, through brokers with exactly-once. */
class ReplayCommandTest {
    private static final List<String> STORIES =
            List.of("election-count", "minister-resigns", "port-explosion", "rate-decision", "withdrawal-talks");
    private static final Pattern RATIO = Pattern.compile("([0-9.]+) records on facts a new statement");

    @TempDir
    private Path directory;

    @Test
    void shuffledOverMorePartitionsAndThroughCrashesTheSameArticlesGiveTheSameFacts()
            throws IOException, UnusableLineException {
        List<String> articles = articles();

        List<String> inOrder = replay("in-order", articles);

        assertThat(inOrder).hasSizeGreaterThan(100);
        assertThat(replay("shuffled", shuffled(articles, 7), "--parallel", "--partitions", "8"))
                .isEqualTo(inOrder);
        assertThat(throughCrashes(shuffled(articles, 11))).isEqualTo(inOrder);
    }

    /** One article at a time is the default, and costs consumers little more than one record a new statement. */
    private List<String> replay(String name, List<String> articles, String... options) throws IOException {
        Path input = Files.write(directory.resolve(name + ".jsonl"), articles);
        Path facts = directory.resolve(name + "-facts.jsonl");
        List<String> arguments = new ArrayList<>(List.of(
                "replay",
                "--input",
                input.toString(),
                "--claims",
                directory.resolve(name + "-claims.jsonl").toString(),
                "--facts",
                facts.toString()));
        arguments.addAll(List.of(options));
        StringWriter told = new StringWriter();
        assertThat(Main.commandLine().setErr(new PrintWriter(told)).execute(arguments.toArray(String[]::new)))
                .isZero();
        Matcher ratio = RATIO.matcher(told.toString());
        assertThat(ratio.find()).as(told.toString()).isTrue();
        if (options.length == 0) {
            assertThat(Double.parseDouble(ratio.group(1))).isLessThanOrEqualTo(1.15);
        }
        return Files.readAllLines(facts);
    }

    /** Threads die in the middle of a transaction; others take up what is rolled back. */
    private static List<String> throughCrashes(List<String> articles) throws UnusableLineException {
        AtomicInteger compared = new AtomicInteger();
        ArticleLines reader = new ArticleLines();
        List<ArticleLine> lines = new ArrayList<>();
        for (String article : articles) {
            lines.add(reader.read(article));
        }
        Map<String, String> settings = Map.of(
                PipelineConfig.GRACE,
                Long.toString(Duration.ofDays(400).toMillis()),
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                "6000");
        List<String> outlets =
                lines.stream().map(ArticleRecords::outlet).distinct().toList();
        try (LocalPipeline local = LocalPipeline.start(
                LocalMode.Options.temporary(), 3, outlets, settings, config -> crashing(config, compared))) {
            lines.forEach(local::send);
            local.drain(Duration.ofMinutes(5));
            assertThat(compared.get()).isGreaterThan(500);
            return ReplayCommand.facts(local);
        }
    }

    private static Parts crashing(PipelineConfig config, AtomicInteger compared) {
        Parts parts = Parts.standard(config);
        return new Parts(parts.admission(), parts.reader(), new Crashing(parts.matcher(), compared), parts.facts());
    }

    /** Fails at the hundredth comparison, and at the five hundredth. */
    private record Crashing(org.onrecord.statement.Matcher matcher, AtomicInteger compared)
            implements org.onrecord.statement.Matcher {
        @Override
        public Comparison compare(Sketch a, Sketch b) {
            int count = compared.incrementAndGet();
            if (count == 100 || count == 500) {
                throw new IllegalStateException("a crash that this test wants");
            }
            return matcher.compare(a, b);
        }

        @Override
        public int linkThreshold() {
            return matcher.linkThreshold();
        }

        @Override
        public int factThreshold() {
            return matcher.factThreshold();
        }
    }

    private static List<String> shuffled(List<String> articles, int seed) {
        List<String> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<String> articles() throws IOException {
        List<String> articles = new ArrayList<>();
        for (String story : STORIES) {
            try (InputStream in = ReplayCommandTest.class.getResourceAsStream("/stories/" + story + ".json")) {
                for (JsonNode article : new ObjectMapper().readTree(in).get("articles")) {
                    articles.add(article.toString());
                }
            }
        }
        return articles;
    }
}
