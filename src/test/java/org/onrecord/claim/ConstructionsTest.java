package org.onrecord.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;

/**
 * The ways in which news says who relays what from whom, who denies it, and whose words are within whose: short articles
 * with the claims they should give, in {@code constructions.jsonl}, and how many of each construction do. Where a claim
 * names no source, relay or stance it must have none, and assert.
 */
class ConstructionsTest {
    private static final double SAME_WORDS = .7;

    private static final ClaimExtractor EXTRACTOR = new TaggedClaimExtractor(Outlets.load(), Granularity.PROPOSITION);

    @TestFactory
    Stream<DynamicTest> everyConstructionIsRead() {
        Map<String, List<JsonNode>> byConstruction = new LinkedHashMap<>();
        articles().forEach(article -> byConstruction
                .computeIfAbsent(article.get("construction").asText(), name -> new ArrayList<>())
                .add(article));
        assertThat(byConstruction).hasSizeGreaterThan(15);
        return byConstruction.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertThat(wrong(entry.getValue()))
                        .isEmpty()));
    }

    private static List<String> wrong(Collection<JsonNode> articles) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode article : articles) {
            List<Claim> claims = claims(article.get("body").asText());
            for (JsonNode wanted : article.get("claims")) {
                if (claims.stream().noneMatch(claim -> isWanted(claim, wanted))) {
                    wrong.add(article.get("body").asText() + "\n  wants " + wanted + "\n  but has " + claims);
                }
            }
        }
        return wrong;
    }

    private static boolean isWanted(Claim claim, JsonNode wanted) {
        List<String> chain = new ArrayList<>();
        wanted.path("chain").forEach(source -> chain.add(source.asText()));
        return likeness(claim.content().text(), wanted.get("content").asText()) >= SAME_WORDS
                && withoutArticle(claim.source().map(Source::resolved)).equals(withoutArticle(text(wanted, "source")))
                && claim.via().equals(text(wanted, "via"))
                && claim.chain().equals(chain)
                && claim.stance().name().equals(wanted.path("stance").asText("ASSERTS"))
                && isAsked(wanted, "kind", Optional.of(claim.kind().name()))
                && isAsked(wanted, "modality", Optional.of(claim.modality().name()))
                && isAsked(wanted, "proposition", Optional.of(claim.proposition()))
                && isAsked(wanted, "type", claim.source().map(source -> source.type()
                        .name()));
    }

    private static boolean isAsked(JsonNode wanted, String field, Optional<String> value) {
        return !wanted.has(field) || value.equals(text(wanted, field));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }

    private static String withoutArticle(Optional<String> source) {
        return source.orElse("").toLowerCase(Locale.ROOT).replaceFirst("^(?:the|an?) ", "");
    }

    private static double likeness(String one, String other) {
        Set<String> union = words(one);
        Set<String> common = new HashSet<>(union);
        common.retainAll(words(other));
        union.addAll(words(other));
        return (double) common.size() / union.size();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
    }

    private static List<Claim> claims(String body) {
        return EXTRACTOR.extract(
                new Article("a1", "gazette", Optional.of("Harbour Gazette"), "", Instant.EPOCH, Instant.EPOCH, body));
    }

    private static List<JsonNode> articles() {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ConstructionsTest.class.getResourceAsStream("constructions.jsonl")),
                StandardCharsets.UTF_8))) {
            List<JsonNode> articles = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                articles.add(json.readTree(line));
            }
            return articles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
