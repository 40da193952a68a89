package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {
    @TempDir
    Path folder;

    @Test
    void plainTextBecomesClaimLinesWhoseSpansIndexTheFile() throws IOException {
        Path text =
                Files.writeString(folder.resolve("flood.txt"), "Flood\n\nFlood\n\nThe river rose, the mayor said.\n");
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
    void unusableInputEndsWithTwo() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\n");
        assertThat(new CommandLine(new ExtractCommand()).execute(broken.toString()))
                .isEqualTo(2);
        assertThat(new CommandLine(new ExtractCommand()).execute("no-such-file"))
                .isEqualTo(2);
    }
}
