package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.local.LocalMode;

/** The launcher, run as a user would. */
class LauncherIT {
    private static final long PATIENCE_SECONDS = 300;

    @TempDir
    private Path directory;

    @Test
    void theDemoShowsAUnitedADisputedAndAnUpdatedFactAndNoneOfTheWithdrawnArticle() throws Exception {
        List<String> lines = run("demo", "--exit");

        List<String> facts = lines.subList(lines.indexOf("The facts that stand now:"), lines.size());
        assertThat(facts)
                .as("a fact of three outlets")
                .anyMatch(line -> line.contains("northgate-wire")
                        && line.contains("marlow-courier")
                        && line.contains("radio-halden"));
        assertThat(facts).as("a dispute").anyMatch(line -> line.startsWith("DISPUTED"));
        assertThat(facts).as("an updated value").anyMatch(line -> line.contains("410 homes") && line.contains(" 410 "));
        assertThat(facts).as("the replaced value").noneMatch(line -> line.contains("340 homes"));
        assertThat(facts).as("the withdrawn article").noneMatch(line -> line.contains("resign"));
    }

    @Test
    void itWorksFromAnyDirectoryAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("or"), launcher());

        Process process = new ProcessBuilder(link.toString(), "--help")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("demo", "run", "topics", "produce", "facts", "lag", "extract", "compare", "replay");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aLogInJsonHasOneObjectALineAndATakenOperationsPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = new ProcessBuilder(
                            launcher().toString(),
                            "run",
                            "--log-format",
                            "json",
                            "--operations-port",
                            Integer.toString(taken.getLocalPort()),
                            "--state-dir",
                            directory.resolve("state").toString())
                    .start();
            List<String> lines = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();

            assertThat(process.waitFor()).isEqualTo(2);
            assertThat(lines).isNotEmpty();
            JsonNode last = null;
            for (String line : lines) {
                last = new ObjectMapper().readTree(line);
                assertThat(last.path("@timestamp").asText()).endsWith("Z");
                assertThat(last.path("log.level").asText()).isNotEmpty();
            }
            assertThat(last.path("message").asText())
                    .contains(Integer.toString(taken.getLocalPort()), "--operations-port");
        }
    }

    @Test
    void aStopThatMayNotTakeAnyTimeEndsAllTheSameAndHasACodeOfItsOwn() throws Exception {
        Path file = Files.writeString(directory.resolve("client.properties"), "onrecord.stop.timeout.ms=0\n");
        try (LocalMode local = LocalMode.start(LocalMode.Options.temporary())) {
            List<String> where =
                    List.of("--bootstrap-server", local.bootstrapServers(), "--schema-registry", local.registryUrl());
            List<String> topics = new ArrayList<>(List.of("topics", "--apply"));
            topics.addAll(where);
            run(topics.toArray(String[]::new));
            List<String> command = new ArrayList<>(List.of(launcher().toString(), "run"));
            command.addAll(where);
            command.addAll(List.of("--command-config", file.toString(), "--operations-port", "0"));
            command.addAll(List.of("--state-dir", directory.resolve("state").toString()));
            Process process = new ProcessBuilder(command).start();
            try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
                assertThat(lines.lines().anyMatch(line -> line.contains("running against")))
                        .isTrue();
                process.destroy();

                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(RunCommand.STOP_TIMED_OUT);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(arguments));
        File output = directory.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output.toPath());
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static Path launcher() {
        return Path.of(System.getProperty("onrecord.home"), "onrecord");
    }
}
