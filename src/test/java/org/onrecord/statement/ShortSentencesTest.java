package org.onrecord.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;

/** Sentences that say too little by themselves, in articles of one story and of two. */
final class ShortSentencesTest {
    private final SentenceSketcher sketcher = new SentenceSketcher();
    private final SketchMatcher matcher = new SketchMatcher();

    @Example
    void theyMatchInOneStoryAndNeverInTwo() throws IOException {
        Map<String, Article> articles = new HashMap<>();
        List<JsonNode> pairs = new ArrayList<>();
        for (JsonNode line : lines()) {
            if (line.has("story")) {
                articles.put(line.path("story").asText(), article(line));
            } else {
                pairs.add(line);
            }
        }
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int same = 0;
        for (JsonNode pair : pairs) {
            Comparison comparison = matcher.compare(
                    sketch(pair.path("a").asText(), articles.get(pair.path("in").asText())),
                    sketch(
                            pair.path("b").asText(),
                            articles.get(pair.path("and").asText())));
            boolean links = comparison.relation() != Relation.NONE && comparison.score() >= matcher.linkThreshold();
            same += pair.path("same").asBoolean() ? 1 : 0;
            if (pair.path("same").asBoolean() && !links) {
                missed.add(comparison.score() + " " + pair);
            } else if (!pair.path("same").asBoolean() && links) {
                wrong.add(comparison.score() + " " + pair);
            }
        }
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(60);
        assertThat(wrong).isEmpty();
        assertThat(missed).hasSizeLessThanOrEqualTo(same / 5);
    }

    private Sketch sketch(String text, Article article) {
        return sketcher.sketch(Claim.ownVoice(text), article, article.publishedAt())
                .sketch();
    }

    private static Article article(JsonNode line) {
        Instant at = Instant.parse(line.path("published").asText());
        return new Article(
                line.path("story").asText(),
                "daily",
                Optional.empty(),
                line.path("headline").asText(),
                at,
                at,
                line.path("lead").asText());
    }

    private static List<JsonNode> lines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ShortSentencesTest.class.getResourceAsStream("short-sentences.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }
}
