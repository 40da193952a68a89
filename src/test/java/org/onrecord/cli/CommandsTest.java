package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.local.LocalMode;
import picocli.CommandLine;

/** What somebody at a terminal sees: exit codes, and lines on the two outputs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CommandsTest {
    private static LocalMode local;

    @TempDir
    Path directory;

    private record Outcome(int code, String out, String err) {}

    @BeforeAll
    static void start() {
        local = LocalMode.start(LocalMode.Options.temporary());
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void topicsThenArticlesThenNoFactsYetAndALag() throws IOException {
        Outcome missing = connected("facts");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("no topic facts", "onrecord topics").hasLineCount(1);

        Outcome topics = connected("topics", "--partitions", "2", "--outlet", "alpha");
        assertThat(topics.code()).as(topics.err()).isZero();
        assertThat(topics.out()).contains("articles.alpha", "created").doesNotContain("WRONG");

        Outcome again = connected("topics", "--partitions", "5", "--plan");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("onrecord.blocks has 2 partitions and should have 5", "--partitions 2");

        Outcome planned = connected("topics", "--plan", "--outlet", "alpha", "gamma");
        assertThat(planned.code()).as("something is to be done").isEqualTo(1);
        assertThat(planned.out())
                .contains("would create topic articles.gamma with 2 partitions")
                .containsOnlyOnce("would create topic");
        assertThat(connected("topics", "--plan").code())
                .as("nothing is to be done")
                .isZero();

        Path articles = articles();
        Outcome produced = connected("produce", articles.toString());
        assertThat(produced.code()).isEqualTo(2);
        assertThat(produced.err()).contains("line 2 of " + articles).hasLineCount(1);
        assertThat(produced.out())
                .contains("2 articles written, 1 withdrawn, 1 lines left out; topics: articles.alpha, articles.beta");

        Outcome facts = connected("facts", "--json");
        assertThat(facts.code()).as(facts.err()).isZero();
        assertThat(facts.out()).isEmpty();

        Outcome lag = connected("lag", "--json");
        assertThat(lag.code()).as(lag.err()).isZero();
        Outcome late = connected("lag", "--max-time-lag", "0s");
        assertThat(late.code()).as("nobody has taken them").isEqualTo(2);
        assertThat(late.err()).contains("the oldest record has waited", "longer than 0.0s");
        assertThat(connected("lag", "--max-time-lag", "9h").code()).isZero();
        JsonNode line = new ObjectMapper().readTree(lag.out());
        assertThat(line.path("records").asInt()).isEqualTo(3);
        JsonNode first = line.path("topics").path(0);
        assertThat(first.path("topic").asText()).isEqualTo("articles.alpha");
        assertThat(first.path("stage").asText()).isEqualTo("intake");
        assertThat(first.path("records").asInt()).isEqualTo(2);
        assertThat(StreamSupport.stream(line.path("topics").spliterator(), false)
                        .map(topic -> topic.path("topic").asText()))
                .endsWith("onrecord.articles", "onrecord.statements", "onrecord.blocks", "facts");
    }

    @Test
    void rightsArePrintedAsCommandsWithoutAskingAnybody() throws IOException {
        Outcome acls = run("topics", "--acls", "User:desk", "--bootstrap-server", "127.0.0.1:" + portOfNobody());

        assertThat(acls.code()).as(acls.err()).isZero();
        assertThat(acls.out().lines())
                .allSatisfy(
                        line -> assertThat(line).startsWith("kafka-acls.sh ").contains("'User:desk'"))
                .anyMatch(
                        line -> line.endsWith("--operation Read --topic 'articles.' --resource-pattern-type prefixed"))
                .anyMatch(line -> line.endsWith("--operation Read --group 'onrecord' --resource-pattern-type literal"));
        assertThat(run("topics", "--acls", "User:desk", "--plan").code())
                .as("one thing at a time")
                .isEqualTo(2);
    }

    @Test
    void everyCommandExplainsItself() {
        CommandLine main = Main.commandLine();
        assertThat(run("--help").out()).contains(main.getSubcommands().keySet());
        for (String command : main.getSubcommands().keySet()) {
            Outcome help = run(command, "--help");
            assertThat(help.code()).as(command).isZero();
            assertThat(help.out()).startsWith("Usage: onrecord " + command);
            assertThat(help.err()).isEmpty();
        }
    }

    @Test
    void aBrokerThatIsAwayIsOneLineThatSaysWhatToDo() throws IOException {
        Path impatient = Files.writeString(
                directory.resolve("client.properties"), "default.api.timeout.ms=1000\nrequest.timeout.ms=500\n");
        for (String[] command : new String[][] {
            {"topics"}, {"facts"}, {"lag"}, {"produce", articles().toString()}
        }) {
            List<String> arguments = new ArrayList<>(List.of(command));
            arguments.addAll(List.of(
                    "--bootstrap-server", "127.0.0.1:" + portOfNobody(), "--schema-registry", local.registryUrl()));
            arguments.addAll(List.of("--command-config", impatient.toString()));

            Outcome outcome = run(arguments.toArray(String[]::new));

            assertThat(outcome.code()).as(command[0]).isEqualTo(1);
            assertThat(outcome.err())
                    .as(command[0])
                    .startsWith("onrecord: Kafka did not answer")
                    .contains("check that it runs and that --bootstrap-server is right")
                    .hasLineCount(1);
            assertThat(outcome.out()).as(command[0]).isEmpty();
        }
    }

    @Test
    void aRegistryThatIsAwayIsOneLineThatNamesItsAddress() throws IOException {
        String nobody = "http://127.0.0.1:" + portOfNobody();

        Outcome outcome = run("topics", "--bootstrap-server", local.bootstrapServers(), "--schema-registry", nobody);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains(nobody, "check that it runs").hasLineCount(1);
    }

    @Test
    void whatCannotBeUsedIsWrongUsage() {
        assertThat(run("produce", "no-such.jsonl").code()).isEqualTo(2);
        assertThat(run("topics", "--outlet", "Two Words").code()).isEqualTo(2);
        assertThat(run("topics", "--partitions", "0").err()).contains("0 partitions");
        assertThat(run("no-such-command").code()).isEqualTo(2);
    }

    @Test
    void aFileThatCannotBeWrittenIsFoundOutBeforeTheReplay() throws IOException {
        Outcome outcome = run(
                "replay",
                "--input",
                articlesThatAreFine().toString(),
                "--claims",
                directory.resolve("nowhere/claims.jsonl").toString(),
                "--facts",
                directory.resolve("facts.jsonl").toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("nowhere/claims.jsonl cannot be written")
                .hasLineCount(1);
    }

    private Path articlesThatAreFine() throws IOException {
        return Files.writeString(
                directory.resolve("fine.jsonl"),
                "{\"id\":\"a1\",\"outlet\":\"alpha\",\"publishedAt\":\"2026-03-02T12:00:00Z\",\"body\":\"The mill turns.\"}");
    }

    private Path articles() throws IOException {
        return Files.write(
                directory.resolve("articles.jsonl"),
                List.of(
                        "{\"id\":\"a1\",\"outlet\":\"alpha\",\"headline\":\"Ferry\","
                                + "\"publishedAt\":\"2026-03-02T12:00:00Z\",\"body\":\"The ferry sails.\"}",
                        "{\"id\":\"a2\",\"outlet\":",
                        "",
                        "{\"id\":\"b1\",\"outlet\":\"beta\",\"publishedAt\":\"2026-03-02T12:00:00Z\","
                                + "\"body\":\"The mill turns.\"}",
                        "{\"id\":\"a1\",\"outlet\":\"alpha\",\"publishedAt\":\"2026-03-02T13:00:00Z\","
                                + "\"deleted\":true}"));
    }

    private static Outcome connected(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", local.bootstrapServers(), "--schema-registry", local.registryUrl()));
        return run(all.toArray(String[]::new));
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
