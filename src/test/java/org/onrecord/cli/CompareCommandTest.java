package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CompareCommandTest {
    @TempDir
    private Path directory;

    @Test
    void twoSentencesAreComparedInATableThatSaysWhy() {
        assertThat(run("compare", "The flood killed twelve people in Lindmar", "The flood killed 15 people in Lindmar"))
                .contains("VALUE")
                .containsPattern("quantity +differ +12 person +15 person")
                .contains("because   close enough, and a quantity in the same slot differs");
    }

    @Test
    void asJsonTheyNameTheGuard() throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(run("compare", "--json", "The trial opens on June 7", "The trial opens on June 9"));
        assertThat(answer.path("relation").asText()).isEqualTo("NONE");
        assertThat(answer.path("guard").asText()).isEqualTo("DATES");
    }

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

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine main = Main.commandLine().setOut(new PrintWriter(out));
        assertThat(main.execute(arguments)).isZero();
        return out.toString();
    }
}
