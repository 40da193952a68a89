package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.local.LocalMode;
import org.onrecord.stream.Parts;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.RunningPipeline;

/** A pipeline is stopped, reset and started anew, as its operator does it. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ResetCommandTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private LocalMode local;

    private record Outcome(int code, String out, String err) {}

    @Test
    void afterAResetTheSameArticlesEndInTheSameFacts() throws IOException {
        try (LocalMode started = LocalMode.start(LocalMode.Options.temporary())) {
            local = started;
            assertThat(command("topics", "--partitions", "2").code()).isZero();
            assertThat(command("produce", articles().toString()).code()).isZero();
            try (RunningPipeline running = start()) {
                awaitFacts();
                Outcome refused = command(reset("--yes"));
                assertThat(refused.code()).isEqualTo(1);
                assertThat(refused.err()).contains("the pipeline is running").hasLineCount(1);
                assertThat(running.isRunning()).isTrue();
            }
            List<String> facts = facts();

            // The group remembers its member until the session is over.
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(command(reset("--dry-run")).code()).isZero());
            assertThat(command(reset("--dry-run")).out())
                    .contains("articles.alpha", "onrecord.statements", "-changelog", "left as it stands");
            assertThat(state()).as("a dry run changes nothing").isNotEmpty();

            assertThat(command(reset("--yes")).code()).isZero();
            assertThat(state()).isEmpty();
            assertThat(facts()).as("until all is processed again").isEqualTo(facts);
            assertThat(command(reset("--dry-run")).out())
                    .as("what the next start makes again")
                    .doesNotContain("-changelog");

            assertThat(command(reset("--yes", "--facts", "withdraw")).code()).isZero();
            assertThat(facts()).isEmpty();

            try (RunningPipeline running = start()) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(facts()).isEqualTo(facts));
                assertThat(running.isRunning()).isTrue();
            }
        }
    }

    private String[] reset(String... more) {
        List<String> arguments = new ArrayList<>(List.of("reset", "--state-dir", directory.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private RunningPipeline start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, local.bootstrapServers());
        settings.put("schema.registry.url", local.registryUrl());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(PipelineConfig.GRACE, Long.toString(Duration.ofDays(36_500).toMillis()));
        return RunningPipeline.start(settings, Parts.standard(PipelineConfig.of(settings)));
    }

    private void awaitFacts() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(facts()).hasSize(3);
            assertThat(facts()).anyMatch(fact -> fact.contains("\"alpha\"") && fact.contains("\"beta\""));
            assertThat(command("lag", "--json").out()).contains("\"records\":0,");
        });
    }

    private List<String> facts() {
        return command("facts", "--json").out().lines().sorted().toList();
    }

    private List<Path> state() throws IOException {
        Path ofTheApplication = directory.resolve(RunningPipeline.APPLICATION_ID);
        if (Files.notExists(ofTheApplication)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(ofTheApplication)) {
            return files.toList();
        }
    }

    private Path articles() throws IOException {
        return Files.write(
                directory.resolve("articles.jsonl"),
                List.of(
                        article("a1", "alpha", "12:00", "The Velden canal was closed to barges on Monday."),
                        article("b1", "beta", "12:05", "The Velden canal was closed to barges on Monday."),
                        article("a2", "alpha", "12:10", "The lock keepers of Ruhmor asked for 40 more boats."),
                        article("b2", "beta", "12:20", "A ferry ran aground near Halden on Sunday.")));
    }

    private static String article(String id, String outlet, String time, String body) {
        return "{\"id\":\"" + id + "\",\"outlet\":\"" + outlet + "\",\"publishedAt\":\"2026-03-02T" + time
                + ":00Z\",\"body\":\"" + body + "\"}";
    }

    private Outcome command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", local.bootstrapServers(), "--schema-registry", local.registryUrl()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }
}
