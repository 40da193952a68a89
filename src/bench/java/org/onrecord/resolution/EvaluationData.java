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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/** Pairs that say the same and a stream of news, read from a folder that is no part of this project. */
final class EvaluationData {
    private static final List<String> PAIRS =
            List.of("ecbplus-pairs.train", "ecbplus-pairs.dev", "mrpc.train", "mrpc.dev");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    record Pair(String a, String b) {}

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

    private static void story(JsonNode story, Set<Pair> told) {
        Map<String, JsonNode> claims = new HashMap<>();
        story.get("claims").forEach(claim -> claims.put(claim.get("id").asText(), claim));
        for (JsonNode fact : story.get("facts")) {
            List<JsonNode> said = new ArrayList<>();
            fact.get("claims").forEach(id -> said.add(claims.get(id.asText())));
            for (JsonNode a : said) {
                for (JsonNode b : said.subList(said.indexOf(a) + 1, said.size())) {
                    if (!a.get("article").equals(b.get("article"))) {
                        add(told, a.get("content").asText(), b.get("content").asText());
                    }
                }
            }
        }
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

    private static void sentences(InputStream articles, SentenceDetectorME detector, int count, Set<String> found)
            throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(articles, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && found.size() < count; line = lines.readLine()) {
            for (String paragraph : JSON.readTree(line).get("body").asText().split("\n+", -1)) {
                for (String sentence : detector.sentDetect(paragraph)) {
                    if (sentence.length() > 1 && found.size() < count) {
                        found.add(sentence);
                    }
                }
            }
        }
    }
}
