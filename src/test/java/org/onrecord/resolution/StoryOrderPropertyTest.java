package org.onrecord.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;
import org.onrecord.claim.Granularity;
import org.onrecord.claim.TaggedClaimExtractor;
import org.onrecord.fact.Fact;
import org.onrecord.revision.ArticleReader;
import org.onrecord.revision.CarriedClaim;
import org.onrecord.statement.SentenceSketcher;
import org.onrecord.statement.SketchMatcher;
import org.onrecord.statement.Statement;

/** Two stories as five and more outlets tell and revise them, with the sketches and the matcher that are shipped. */
class StoryOrderPropertyTest {
    private static final ArticleReader READER = new ArticleReader(
            new TaggedClaimExtractor(Outlets.load(), Granularity.PROPOSITION), new SentenceSketcher());
    private static final Map<String, Statement> STATEMENTS = new LinkedHashMap<>();
    private static final List<List<World.Event>> CLAIMS = new ArrayList<>();

    static {
        read("port-explosion");
        read("minister-resigns");
    }

    private static final Map<String, Fact> IN_ORDER = facts(0, BlockActor.CLOSEST);
    private static final Map<String, Fact> IN_ORDER_OF_FEW = facts(0, 2);

    @Example
    void theStoriesShareFactsBetweenOutlets() {
        assertThat(CLAIMS).hasSizeGreaterThan(100);
        assertThat(IN_ORDER.values()).anyMatch(fact -> fact.aliasCount() > 1 && fact.supportCount() > 2);
    }

    @Property(tries = 40)
    void theSameStoriesGiveTheSameFactsInWhateverOrder(@ForAll long interleaving) {
        assertThat(facts(interleaving, BlockActor.CLOSEST)).isEqualTo(IN_ORDER);
    }

    @Property(tries = 40)
    void soTheyDoWhereMostBlocksHoldMoreThanIsCompared(@ForAll long interleaving) {
        assertThat(facts(interleaving, 2)).isEqualTo(IN_ORDER_OF_FEW);
    }

    private static Map<String, Fact> facts(long interleaving, int closest) {
        Network network = new Network(
                new Random(interleaving), new SketchMatcher(), SentenceSketcher.DEFAULT_HORIZON.toMillis(), closest);
        network.run(CLAIMS, STATEMENTS);
        return new TreeMap<>(network.facts);
    }

    private static void read(String story) {
        Map<String, List<JsonNode>> revisions = new LinkedHashMap<>();
        try (InputStream in = StoryOrderPropertyTest.class.getResourceAsStream("/stories/" + story + ".json")) {
            new ObjectMapper().readTree(in).get("articles").forEach(line -> revisions
                    .computeIfAbsent(line.get("id").asText(), id -> new ArrayList<>())
                    .add(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        revisions.values().forEach(StoryOrderPropertyTest::claims);
    }

    /** A claim is reported when a revision first carries it, and once more if the newest does not. */
    private static void claims(List<JsonNode> revisions) {
        Map<String, CarriedClaim> ever = new LinkedHashMap<>();
        Set<String> newest = Set.of();
        for (JsonNode revision : revisions) {
            List<CarriedClaim> carried =
                    revision.path("deleted").asBoolean() ? List.of() : READER.read(article(revision));
            carried.forEach(claim -> ever.putIfAbsent(claim.occurrence().claimId(), claim));
            newest = carried.stream().map(claim -> claim.occurrence().claimId()).collect(Collectors.toSet());
        }
        for (CarriedClaim claim : ever.values()) {
            STATEMENTS.put(claim.statement().id(), claim.statement());
            List<World.Event> events = new ArrayList<>();
            events.add(new World.Event(claim.statement().id(), new Report(claim.occurrence(), true)));
            if (!newest.contains(claim.occurrence().claimId())) {
                events.add(new World.Event(claim.statement().id(), new Report(claim.occurrence(), false)));
            }
            CLAIMS.add(events);
        }
    }

    private static Article article(JsonNode line) {
        return new Article(
                line.get("id").asText(),
                line.get("outlet").asText(),
                Optional.of(line.get("outletName").asText()),
                line.get("headline").asText(),
                Instant.parse(line.get("publishedAt").asText()),
                Instant.parse(line.get("updatedAt").asText()),
                line.get("body").asText());
    }
}
