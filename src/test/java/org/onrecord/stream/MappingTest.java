package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Mention;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Source;
import org.onrecord.claim.SourceType;
import org.onrecord.claim.Span;
import org.onrecord.claim.Stance;
import org.onrecord.fact.Fact;
import org.onrecord.fact.FactStatus;
import org.onrecord.fact.FactValue;
import org.onrecord.fact.Occurrence;
import org.onrecord.fact.Support;
import org.onrecord.fact.ValueStanding;
import org.onrecord.resolution.Sketches;
import org.onrecord.revision.CarriedClaim;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.Statement;

class MappingTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void aFactComesBackAsItWasAndTheSameFactIsTheSameBytes() throws IOException {
        for (FactStatus status : FactStatus.values()) {
            for (Modality modality : Modality.values()) {
                Fact fact = fact(status, modality);
                byte[] bytes = FactMapping.toAvro(fact).toByteBuffer().array();
                assertThat(FactMapping.toAvro(fact(status, modality))
                                .toByteBuffer()
                                .array())
                        .isEqualTo(bytes);
                assertThat(FactMapping.fromAvro(FactMapping.toAvro(fact))).isEqualTo(fact);
            }
        }
    }

    @Test
    void everyKindOfClaimIsWritten() throws IOException {
        for (ClaimKind kind : ClaimKind.values()) {
            for (SourceType type : SourceType.values()) {
                Mention words = Mention.of("The port is shut", List.of(new Span(0, 16)));
                Claim claim = new Claim(
                        kind,
                        words,
                        kind == ClaimKind.OWN_VOICE ? Optional.empty() : Optional.of(new Source(words, "X", type)),
                        Optional.empty(),
                        Optional.of("Reuters"),
                        List.of("Y"),
                        Stance.DENIES,
                        Modality.PLAN,
                        "the port is shut",
                        .9);
                Occurrence occurrence = new Occurrence(
                        "c1",
                        "a1",
                        "post",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Reuters"),
                        Stance.DENIES,
                        Modality.PLAN,
                        kind,
                        "The port is shut",
                        NOON,
                        List.of(),
                        90);
                Sketch sketch = Sketches.ofText("the port is shut");
                org.onrecord.avro.Claim written = ClaimMapping.toAvro(
                        new CarriedClaim(claim, new Statement("s1", 0, sketch, Set.of("block")), occurrence));
                assertThat(written.toByteBuffer().remaining()).isPositive();
                assertThat(written.getKind().name()).isEqualTo(kind.name());
                assertThat(written.getSource() == null).isEqualTo(kind == ClaimKind.OWN_VOICE);
                assertThat(written.getStance()).isEqualTo(org.onrecord.avro.Stance.DENIES);
                assertThat(written.getVia()).isEqualTo("Reuters");
            }
        }
    }

    @Test
    void aFirstRevisionWasUpdatedWhenItWasPublished() {
        Article article = ArticleMapping.fromAvro(
                new org.onrecord.avro.Article("a1", "post", " ", "", NOON, null, "The port is shut", null));
        assertThat(article).isEqualTo(new Article("a1", "post", Optional.empty(), "", NOON, NOON, "The port is shut"));
    }

    private static Fact fact(FactStatus status, Modality modality) {
        return new Fact(
                "s1",
                "Nineteen people died",
                status,
                modality,
                Optional.of("19"),
                Optional.empty(),
                List.of(
                        new FactValue("19", Optional.of("person"), NOON, ValueStanding.CURRENT, List.of("ministry")),
                        new FactValue("12", Optional.empty(), NOON, ValueStanding.RIVAL, List.of("union")),
                        new FactValue("9", Optional.empty(), NOON, ValueStanding.EARLIER, List.of())),
                List.of("ministry"),
                List.of("Post"),
                1,
                .54,
                List.of("union"),
                List.of(
                        support("c1", Optional.empty(), Optional.empty(), Stance.ASSERTS),
                        support("c2", Optional.of("u"), Optional.of("v"), Stance.DENIES)),
                2,
                List.of("s2"),
                1,
                NOON,
                NOON);
    }

    private static Support support(String id, Optional<String> source, Optional<String> via, Stance stance) {
        return new Support(id, "a1", "post", source, via, stance, "words", NOON, List.of("v", "u"), "ministry");
    }
}
