package org.onrecord.resolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.onrecord.article.Article;

/** Pairs that say the same and a stream of news, read from a folder that is no part of this project. */
final class EvaluationData {
    private static final List<String> PAIRS =
            List.of("ecbplus-pairs.train", "ecbplus-pairs.dev", "mrpc.train", "mrpc.dev");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Parts a sentence from the article that it is from, where one sentence is from several. */
    private static final char FROM = '\n';

    private final Path folder;
    private final Map<String, Article> articles = new HashMap<>();

    /** Two keys: sentences, or sentences and where they are from. */
    record Pair(String a, String b) {}

    /** The sentence of a key. */
    static String sentence(String key) {
        int end = key.indexOf(FROM);
        return end < 0 ? key : key.substring(0, end);
    }

    /** The article that a key's sentence is from, if one is known; call after {@link #pairs} and {@link #sentences}. */
    Optional<Article> article(String key) {
        return Optional.ofNullable(articles.get(key));
    }

    /** @param folder has {@code data} and {@code stories} */
    EvaluationData(Path folder) {
        this.folder = folder;
    }

    /** Names of the files that are needed and not there. */
    List<String> missing() {
        Stream<String> data = Stream.concat(
                PAIRS.stream().map(name -> "data/" + name + ".jsonl"),
                Stream.of("data/allsides-2020-06.jsonl", "data/reuters21578-stream.jsonl.gz", "stories"));
        return data.filter(name -> !Files.exists(folder.resolve(name))).toList();
    }

    /** Pairs with label 1, and claims of one fact in different articles of a story, by where they are from. */
    Map<String, Set<Pair>> pairs() throws IOException {
        Map<String, Set<Pair>> pairs = new LinkedHashMap<>();
        for (String name : PAIRS) {
            Set<Pair> same = pairs.computeIfAbsent(name, key -> new LinkedHashSet<>());
            for (String line : Files.readAllLines(folder.resolve("data/" + name + ".jsonl"))) {
                JsonNode pair = JSON.readTree(line);
                if (pair.get("label").asInt() == 1) {
                    add(same, text(pair.get("a")), text(pair.get("b")));
                }
            }
        }
        Set<Pair> told = pairs.computeIfAbsent("stories", key -> new LinkedHashSet<>());
        try (Stream<Path> stories = Files.list(folder.resolve("stories"))) {
            for (Path story : stories.sorted().toList()) {
                story(JSON.readTree(story.toFile()), told);
            }
        }
        return pairs;
    }

    private void story(JsonNode story, Set<Pair> told) {
        Map<String, JsonNode> claims = new HashMap<>();
        story.get("claims").forEach(claim -> claims.put(claim.get("id").asText(), claim));
        for (JsonNode fact : story.get("facts")) {
            List<JsonNode> said = new ArrayList<>();
            fact.get("claims").forEach(id -> said.add(claims.get(id.asText())));
            for (JsonNode a : said) {
                for (JsonNode b : said.subList(said.indexOf(a) + 1, said.size())) {
                    if (!a.get("article").equals(b.get("article"))) {
                        add(told, key(story, a), key(story, b));
                    }
                }
            }
        }
    }

    private String key(JsonNode story, JsonNode claim) {
        String key = claim.get("content").asText().replace(FROM, ' ')
                + FROM
                + claim.get("article").asText();
        articles.put(key, article(story.get("articles").get(claim.get("version").asInt())));
        return key;
    }

    private static Article article(JsonNode line) {
        return new Article(
                "",
                "",
                Optional.empty(),
                line.path("headline").asText(line.path("title").asText()),
                Instant.EPOCH,
                Instant.EPOCH,
                line.get("body").asText());
    }

    private static void add(Set<Pair> pairs, String a, String b) {
        if (!a.equals(b)) {
            pairs.add(new Pair(a, b));
        }
    }

    private static String text(JsonNode side) {
        return side.isTextual() ? side.asText() : side.get("text").asText();
    }

    /** Distinct sentences: all of AllSides, then Reuters until there are {@code count}, shuffled by a fixed seed. */
    List<String> sentences(int count) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        try (InputStream model = EvaluationData.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin");
                InputStream allSides = Files.newInputStream(folder.resolve("data/allsides-2020-06.jsonl"));
                InputStream reuters = new GZIPInputStream(
                        Files.newInputStream(folder.resolve("data/reuters21578-stream.jsonl.gz")))) {
            SentenceDetectorME detector = new SentenceDetectorME(new SentenceModel(model));
            sentences(allSides, detector, count, found);
            sentences(reuters, detector, count, found);
        }
        List<String> sentences = new ArrayList<>(found);
        Collections.shuffle(sentences, new Random(20260301L));
        return sentences;
    }

    private void sentences(InputStream stream, SentenceDetectorME detector, int count, Set<String> found)
            throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && found.size() < count; line = lines.readLine()) {
            Article article = article(JSON.readTree(line));
            for (String paragraph : article.body().split("\n+", -1)) {
                for (String sentence : detector.sentDetect(paragraph)) {
                    if (sentence.length() > 1 && found.size() < count) {
                        found.add(sentence);
                        articles.putIfAbsent(sentence, article);
                    }
                }
            }
        }
    }
}
