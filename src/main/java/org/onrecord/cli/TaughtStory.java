package org.onrecord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;

/**
 * A story to learn matching from: what its articles claim, and which claims tell one fact.
 *
 * @param rivals to each fact those that it contradicts or that contradict it
 */
record TaughtStory(String name, List<Told> told, Map<String, Set<String>> rivals) {
    private static final Instant THEN = Instant.parse("2026-01-15T12:00:00Z");

    /**
     * A claim in its article.
     *
     * @param alone whether its content is known to be understood without the article
     */
    record Told(Claim claim, Article article, String fact, boolean alone) {}

    /** Whether claims of these facts teach nothing, since rules tell them apart. */
    boolean rival(Told a, Told b) {
        return rivals.getOrDefault(a.fact(), Set.of()).contains(b.fact());
    }

    /**
     * A story in the format of the evaluation (articles, claims, facts) if the file's name ends in {@code .json}, else
     * {@link #wordings}.
     *
     * @throws IOException that names the file or the line, if it is neither
     */
    static TaughtStory read(Path file) throws IOException {
        return file.toString().endsWith(".json")
                ? annotated(file.toString(), new ObjectMapper().readTree(Files.readString(file)))
                : wordings(file);
    }

    private static TaughtStory annotated(String name, JsonNode story) {
        Map<String, String> facts = new HashMap<>();
        Map<String, Set<String>> rivals = new HashMap<>();
        for (JsonNode fact : story.path("facts")) {
            fact.path("claims").forEach(claim -> facts.put(claim.asText(), id(fact)));
            fact.path("contradicts").forEach(other -> {
                rivals.computeIfAbsent(id(fact), one -> new TreeSet<>()).add(other.asText());
                rivals.computeIfAbsent(other.asText(), one -> new TreeSet<>()).add(id(fact));
            });
        }
        List<Told> told = new ArrayList<>();
        for (JsonNode claim : story.path("claims")) {
            if (facts.containsKey(id(claim))) {
                Article article = article(
                        story.path("articles").path(claim.path("version").asInt()));
                told.add(new Told(Claim.ownVoice(content(claim)), article, facts.get(id(claim)), false));
            }
        }
        return new TaughtStory(name, told, rivals);
    }

    /**
     * A list of facts, each in several wordings: {@code *headlines} and their lines, then for each fact {@code =name}
     * and its wordings, {@code - } before one that can be understood alone and {@code ~ } before one that cannot. The
     * first wordings of all facts make one article under the first headline, the second another, and so on.
     */
    private static TaughtStory wordings(Path file) throws IOException {
        List<String> headlines = new ArrayList<>();
        Map<String, List<String>> facts = new LinkedHashMap<>();
        List<String> into = null;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.startsWith("*headlines")) {
                into = headlines;
            } else if (line.startsWith("=")) {
                into = facts.computeIfAbsent(line.substring(1).strip(), name -> new ArrayList<>());
            } else if (into != null && (line.startsWith("- ") || line.startsWith("~ "))) {
                into.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IOException(file + ":" + number + ": neither a headline, a fact nor a wording: " + line);
            }
        }
        return new TaughtStory(file.toString(), told(headlines, facts), Map.of());
    }

    private static List<Told> told(List<String> headlines, Map<String, List<String>> facts) {
        int most = facts.values().stream().mapToInt(List::size).max().orElse(0);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            StringBuilder body = new StringBuilder();
            for (List<String> wordings : facts.values()) {
                if (i < wordings.size()) {
                    body.append(wordings.get(i).substring(2)).append(". ");
                }
            }
            String headline = headlines.isEmpty()
                    ? ""
                    : headlines.get(i % headlines.size()).substring(2);
            articles.add(new Article(
                    "article-" + i, "outlet-" + i, Optional.empty(), headline, THEN, THEN, body.toString()));
        }
        List<Told> told = new ArrayList<>();
        facts.forEach((fact, wordings) -> {
            for (int i = 0; i < wordings.size(); i++) {
                String wording = wordings.get(i);
                told.add(
                        new Told(Claim.ownVoice(wording.substring(2)), articles.get(i), fact, wording.startsWith("-")));
            }
        });
        return told;
    }

    private static String id(JsonNode node) {
        return node.path("id").asText();
    }

    private static Article article(JsonNode node) {
        Instant published = Instant.parse(node.path("publishedAt").asText());
        return new Article(
                id(node),
                node.path("outlet").asText(),
                Optional.empty(),
                node.path("headline").asText(),
                published,
                Instant.parse(node.path("updatedAt").asText(published.toString())),
                node.path("body").asText());
    }

    private static String content(JsonNode claim) {
        List<String> parts = new ArrayList<>();
        claim.path("contentParts").forEach(part -> parts.add(part.asText()));
        return parts.isEmpty() ? claim.path("content").asText() : String.join(" ", parts);
    }
}
