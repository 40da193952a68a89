package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    @TempDir
    private Path directory;

    @Test
    void shuffledAndOverMorePartitionsTheSameArticlesGiveTheSameFacts() throws IOException {
        List<String> articles = demoArticles();
        List<String> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(7));

        List<String> inOrder = replay("in-order", articles);
        List<String> otherwise = replay("shuffled", shuffled, "--parallel", "--partitions", "3");

        assertThat(inOrder).isNotEmpty();
        assertThat(otherwise).isEqualTo(inOrder);
    }

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
        assertThat(Main.commandLine().execute(arguments.toArray(String[]::new))).isZero();
        return Files.readAllLines(facts);
    }

    private static List<String> demoArticles() throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream("/demo/articles.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
