package org.onrecord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimExtractor;
import org.onrecord.claim.Span;

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
     * @param facts the one fact that it tells, or all that an extracted claim has words of
     * @param alone whether its content is known to be understood without the article
     */
    record Told(Claim claim, Article article, Set<String> facts, boolean alone) {
        boolean tellsTheSame(Told other) {
            return !Collections.disjoint(facts, other.facts);
        }
    }

    /** Whether claims of these facts teach nothing, since rules tell them apart. */
    boolean rival(Told a, Told b) {
        return a.facts().stream()
                .anyMatch(fact -> !Collections.disjoint(rivals.getOrDefault(fact, Set.of()), b.facts()));
    }

    /**
     * A story in the format of the evaluation (articles, claims, facts) if the file's name ends in {@code .json}, else
     * {@link #wordings}.
     *
     * @throws IOException that names the file or the line, if it is neither
     */
    static TaughtStory read(Path file) throws IOException {
        return hasArticles(file)
                ? annotated(file.toString(), new ObjectMapper().readTree(Files.readString(file)))
                : wordings(file);
    }

    /** Whether a file is a story in whole articles and no list of wordings. */
    static boolean hasArticles(Path file) {
        return file.toString().endsWith(".json");
    }

    /** The same story with claims as the pipeline finds them, which join facts and leave words out. */
    static TaughtStory extracted(Path file, ClaimExtractor extractor) throws IOException {
        JsonNode story = new ObjectMapper().readTree(Files.readString(file));
        Map<String, String> facts = facts(story);
        List<Told> told = new ArrayList<>();
        for (int version = 0; version < story.path("articles").size(); version++) {
            if (story.path("articles").path(version).path("deleted").asBoolean()) {
                continue;
            }
            Article article = article(story.path("articles").path(version));
            Map<Span, String> marked = new LinkedHashMap<>();
            for (JsonNode claim : story.path("claims")) {
                int start = claim.path("version").asInt() == version ? start(claim, article) : -1;
                if (start >= 0 && facts.containsKey(id(claim))) {
                    marked.put(new Span(start, start + content(claim).length()), facts.get(id(claim)));
                }
            }
            for (Claim claim : extractor.extract(article)) {
                Set<String> its = new TreeSet<>();
                marked.forEach((span, fact) -> {
                    if (2 * covered(span, claim.content().spans()) >= span.end() - span.start()) {
                        its.add(fact);
                    }
                });
                if (!its.isEmpty()) {
                    told.add(new Told(claim, article, its, false));
                }
            }
        }
        return new TaughtStory(file.toString(), told, rivals(story));
    }

    /** To each claim its fact. */
    private static Map<String, String> facts(JsonNode story) {
        Map<String, String> facts = new HashMap<>();
        for (JsonNode fact : story.path("facts")) {
            fact.path("claims").forEach(claim -> facts.put(claim.asText(), id(fact)));
        }
        return facts;
    }

    private static Map<String, Set<String>> rivals(JsonNode story) {
        Map<String, Set<String>> rivals = new HashMap<>();
        for (JsonNode fact : story.path("facts")) {
            fact.path("contradicts").forEach(other -> {
                rivals.computeIfAbsent(id(fact), one -> new TreeSet<>()).add(other.asText());
                rivals.computeIfAbsent(other.asText(), one -> new TreeSet<>()).add(id(fact));
            });
        }
        return rivals;
    }

    private static int start(JsonNode claim, Article article) {
        return claim.path("start").asInt(article.body().indexOf(content(claim)));
    }

    private static int covered(Span span, List<Span> by) {
        return by.stream()
                .mapToInt(other -> Math.min(span.end(), other.end()) - Math.max(span.start(), other.start()))
                .filter(length -> length > 0)
                .sum();
    }

    private static TaughtStory annotated(String name, JsonNode story) {
        Map<String, String> facts = facts(story);
        List<Told> told = new ArrayList<>();
        for (JsonNode claim : story.path("claims")) {
            if (facts.containsKey(id(claim))) {
                Article article = article(
                        story.path("articles").path(claim.path("version").asInt()));
                told.add(new Told(Claim.ownVoice(content(claim)), article, Set.of(facts.get(id(claim))), false));
            }
        }
        return new TaughtStory(name, told, rivals(story));
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
                told.add(new Told(
                        Claim.ownVoice(wording.substring(2)), articles.get(i), Set.of(fact), wording.startsWith("-")));
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
