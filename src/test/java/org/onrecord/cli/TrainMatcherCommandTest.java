package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainMatcherCommandTest {
    private static final String WORDINGS =
            """
            *headlines
            - Ferry sinks off Lanne
            - Passengers saved as Aurelia goes down
            =sunk
            - The ferry Aurelia sank off Lanne
            ~ The ship went down
            =saved
            - All 210 passengers of the Aurelia were saved
            ~ Everybody was brought ashore
            """;

    private static final String STORY =
            """
            {"articles": [
              {"id": "a1", "outlet": "post", "headline": "Ferry sinks", "publishedAt": "2026-03-01T08:00:00Z",
               "body": "The ferry Aurelia sank off Lanne, police said."},
              {"id": "a2", "outlet": "radio", "headline": "Ferry lost", "publishedAt": "2026-03-01T09:00:00Z",
               "body": "The Aurelia went down near Lanne."},
              {"id": "a1", "deleted": true, "updatedAt": "2026-03-02T09:00:00Z"}],
             "claims": [
              {"id": "c1", "article": "a1", "version": 0, "content": "The ferry Aurelia sank off Lanne"},
              {"id": "c2", "article": "a2", "version": 1, "content": "The Aurelia went down near Lanne"}],
             "facts": [{"id": "sunk", "claims": ["c1", "c2"]}]}
            """;

    @TempDir
    private Path directory;

    @Test
    void trainingTwiceWritesTheSameWeights() throws IOException {
        Path pairs = directory.resolve("pairs.jsonl");
        StringBuilder lines = new StringBuilder();
        for (String place : new String[] {"Lindmar", "Vessin", "Tarsia", "Garland", "Dunmore"}) {
            lines.append(
                    "{\"a\":\"A fire broke out in %s\",\"b\":\"Fire in %s\",\"label\":1}\n".formatted(place, place));
            lines.append("{\"a\":\"A fire broke out in %s\",\"b\":\"Rain is due\",\"label\":0}\n".formatted(place));
        }
        Files.writeString(pairs, lines);
        Path once = directory.resolve("once.tsv");
        Path again = directory.resolve("again.tsv");
        run("train-matcher", "--pairs", pairs.toString(), "--output", once.toString());
        run("train-matcher", "--pairs", pairs.toString(), "--output", again.toString());
        assertThat(once).isNotEmptyFile().hasSameTextualContentAs(again);
    }

    @Test
    void whatTheEncoderLearnsFromSaysWhichWordingsTellOneFact() throws IOException {
        Path output = directory.resolve("sentences.jsonl");
        Path wordings = Files.writeString(directory.resolve("ferry.txt"), WORDINGS);
        assertThat(run(
                        "train-matcher",
                        "--wordings",
                        wordings.toString(),
                        "--sentences",
                        "--output",
                        output.toString()))
                .isEmpty();
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(output)) {
            JsonNode node = new ObjectMapper().readTree(line);
            assertThat(node.path("group").asText()).isEqualTo("ferry.txt");
            told.add(node.path("fact").asText()
                    + ' '
                    + node.path("alone")
                    + ' '
                    + node.path("text").asText());
        }
        assertThat(told)
                .containsExactly(
                        "sunk true the ferry aurelia sank off lanne",
                        "sunk false the ship went down",
                        "saved true all 210 passengers of the aurelia were saved",
                        "saved false everybody was brought ashore");
    }

    @Test
    void everyTwoWordingsOfAStoryAreAPair() throws IOException {
        Path wordings = Files.writeString(directory.resolve("ferry.txt"), WORDINGS);
        Path output = directory.resolve("weights.tsv");
        assertThat(run("train-matcher", "--wordings", wordings.toString(), "--output", output.toString()))
                .startsWith("6 pairs, 0 of them made by changing a sentence");
    }

    @Test
    void aStoryTeachesItsClaimsAsAnnotatedAndAsExtracted() throws IOException {
        Path story = Files.writeString(directory.resolve("ferry.json"), STORY);
        Path output = directory.resolve("weights.tsv");
        String told = run(
                "train-matcher",
                "--stories",
                story.toString(),
                "--unseen",
                story.toString(),
                "--output",
                output.toString());
        assertThat(told).startsWith("2 pairs, 0 of them made by changing a sentence");
        assertThat(told).doesNotContain("left out").contains("unseen: " + story + ", average precision 1.000");
    }

    @Test
    void aLineOfWordingsThatIsNoneIsNamed() throws IOException {
        Path wordings = Files.writeString(directory.resolve("bad.txt"), "=sunk\nThe ferry sank\n");
        assertThat(run("train-matcher", "--wordings", wordings.toString(), "--output", wordings + ".tsv"))
                .contains("bad.txt:2: neither a headline, a fact nor a wording: The ferry sank");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        Main.commandLine().setOut(writer).setErr(writer).execute(arguments);
        return out.toString();
    }
}
