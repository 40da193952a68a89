package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class CompareCommandTest {
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

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine main = Main.commandLine().setOut(new PrintWriter(out));
        assertThat(main.execute(arguments)).isZero();
        return out.toString();
    }
}
