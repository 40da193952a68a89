package org.onrecord.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.article.Article;

/** Articles to measure with: of JSON Lines in a folder, or those of the demo. */
final class NewsSample {
    /** Shorter texts are headlines and fragments. */
    private static final int SHORTEST = 400;

    private static final ObjectMapper JSON = new ObjectMapper();

    private NewsSample() {}

    /** The articles of the demo. */
    static List<Article> bundled() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NewsSample.class.getResourceAsStream("/demo/articles.jsonl")),
                StandardCharsets.UTF_8))) {
            return articles(lines, 1);
        }
    }

    /**
     * Articles of all {@code *.jsonl} files of a folder, which have a {@code body} or {@code text}: every n-th, so that
     * each file has its share.
     *
     * @param count how many at most
     * @return empty when the folder is missing or has none
     */
    static List<Article> of(Path folder, int count) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        List<Article> all = new ArrayList<>();
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                all.addAll(articles(lines, SHORTEST));
            }
        }
        int step = Math.max(1, all.size() / count);
        return Stream.iterate(0, i -> i < all.size(), i -> i + step)
                .limit(count)
                .map(all::get)
                .toList();
    }

    private static List<Article> articles(BufferedReader lines, int shortest) throws IOException {
        List<Article> articles = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode node = JSON.readTree(line);
            String body = node.path("body").asText(node.path("text").asText(""));
            if (body.length() >= shortest) {
                articles.add(new Article(
                        node.path("id").asText(),
                        node.path("outlet").asText("unknown"),
                        Optional.empty(),
                        node.path("headline").asText(node.path("title").asText("")),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        body));
            }
        }
        return articles;
    }
}
