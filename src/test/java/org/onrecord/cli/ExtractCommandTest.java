package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {
    @TempDir
    Path folder;

    @Test
    void plainTextBecomesClaimLinesWhoseSpansIndexTheFile() throws IOException {
        Path text = flood();
        Path out = folder.resolve("claims.jsonl");
        int code = new CommandLine(new ExtractCommand())
                .execute(text.toString(), "--format", "jsonl", "--output", out.toString());
        assertThat(code).isZero();
        assertThat(Files.readAllLines(out))
                .singleElement()
                .asString()
                .contains("\"articleId\":\"flood.txt\"", "\"text\":\"The river rose\",\"spans\":[[14,28]]");
    }

    @Test
    void textHasColoursInAFileOnlyWhenAskedFor() throws IOException {
        assertThat(shown("text")).contains("[1: The river rose], {1: the mayor} <1: said>.");
        assertThat(shown("text", "--color", "always", "--width", "40")).contains("\u001B[32mThe river rose\u001B[0m");
        assertThat(new CommandLine(new ExtractCommand()).execute(flood().toString(), "--format=text", "--width=7"))
                .isEqualTo(2);
    }

    @Test
    void aPageIsWhole() throws IOException {
        assertThat(shown("html"))
                .startsWith("<!DOCTYPE html>")
                .contains("<title>Who said what: flood.txt</title>", "The river rose</span>")
                .endsWith("</html>\n");
    }

    private String shown(String format, String... more) throws IOException {
        Path out = folder.resolve("out");
        List<String> arguments =
                new ArrayList<>(List.of(flood().toString(), "--format", format, "--output", out.toString()));
        arguments.addAll(List.of(more));
        assertThat(new CommandLine(new ExtractCommand()).execute(arguments.toArray(String[]::new)))
                .isZero();
        return Files.readString(out);
    }

    private Path flood() throws IOException {
        return Files.writeString(folder.resolve("flood.txt"), "Flood\n\nFlood\n\nThe river rose, the mayor said.\n");
    }

    @Test
    void unusableInputEndsWithTwo() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\n");
        assertThat(new CommandLine(new ExtractCommand()).execute(broken.toString()))
                .isEqualTo(2);
        assertThat(new CommandLine(new ExtractCommand()).execute("no-such-file"))
                .isEqualTo(2);
    }
}
