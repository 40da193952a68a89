package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onrecord.article.RejectReason;
import org.onrecord.avro.Fact;
import org.onrecord.resolution.Candidate;
import org.onrecord.resolution.StatementMessage.Found;
import org.onrecord.statement.Relation;
import org.onrecord.stream.Tally.DropReason;

/** What is forgotten when time has passed, and what is not. Windows are of one day, the grace is an hour. */
class StateExpiryTest {
    private static final Map<String, String> DAYS = Map.of(
            PipelineConfig.HORIZON,
            Long.toString(Duration.ofDays(1).toMillis()),
            PipelineConfig.GRACE,
            Long.toString(Duration.ofHours(1).toMillis()));
    private static final Instant START = Instant.parse("2025-03-02T12:00:00Z");
    private static final String DAM = "The Tarrow dam holds 40 million cubic metres of water this spring.";
    private static final String MAYOR = "Mayor Lena Orso opened the new tram line in Brackwater.";
    private static final List<String> SENTENCES = List.of(
            DAM,
            MAYOR,
            "The Velden canal was closed to barges.",
            "Farmers in Ostmark sold wheat to the Dorn mill.",
            "Judge Ada Renn freed two bakers.",
            "Pirates boarded the tanker Corvina off Lusk.",
            "Snow buried the Hollin observatory.",
            "The Quill theatre lost its roof.",
            "Doctors in Sarn treated eleven miners.",
            "Parliament in Ruhmor taxed sugar.",
            "A comet passed over the Ander desert.",
            "Striking pilots grounded Borealis Air.",
            "Wolves returned to the Teck forest.",
            "Chess master Ivo Plank retired.");

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    @Test
    void aRevisionOfAnExpiredArticleIsRejectedAndTheFactStaysAsItStood() {
        try (TestPipeline pipeline = new TestPipeline(DAYS)) {
            pipeline.publish("alpha", "a1", day(0), day(0), DAM);
            Fact before = pipeline.factAbout("Tarrow");
            pipeline.publish("alpha", "a2", day(30), day(30), MAYOR);

            byte[] revision = pipeline.publish("alpha", "a1", day(0), day(30), MAYOR);
            pipeline.withdraw("alpha", "a1", day(30));

            assertThat(pipeline.rejected())
                    .extracting(record -> TestPipeline.header(record, RecordHeaders.REASON))
                    .containsExactly(RejectReason.EXPIRED.name(), RejectReason.EXPIRED.name());
            assertThat(pipeline.rejected().get(0).value()).isEqualTo(revision);
            assertThat(pipeline.rejected().get(1).value()).isNull();
            assertThat(pipeline.counts().of(RejectReason.EXPIRED)).isEqualTo(2);
            assertThat(pipeline.factAbout("Tarrow")).isEqualTo(before);
            assertThat(pipeline.factAbout("tram").getSupport()).hasSize(1);
        }
    }

    @Test
    void anArticleThatIsRevisedAgainAndAgainDoesNotExpire() {
        try (TestPipeline pipeline = new TestPipeline(DAYS)) {
            for (int day = 0; day < 30; day++) {
                pipeline.publish("alpha", "live", day(0), day(day), DAM, "Reading " + (100 + day) + " was taken.");
            }
            pipeline.withdraw("alpha", "live", day(31));

            assertThat(pipeline.rejected()).isEmpty();
            assertThat(pipeline.facts()).isEmpty();
        }
    }

    @Test
    void whatManyRevisionsHaveLeftGoesWithTheirArticle() {
        try (TestPipeline pipeline = new TestPipeline(DAYS)) {
            for (int i = 0; i < 100; i++) {
                Instant at = day(0).plusMillis(600L * i);
                pipeline.publish("alpha", "live", day(0), at, SENTENCES.get(i % SENTENCES.size()));
            }
            assertThat(pipeline.kept(Names.CLAIMS_STORE)).isEqualTo(SENTENCES.size());

            // Two messages each: statements go a thousand messages after their time has passed.
            for (int i = 0; i < 600; i++) {
                pipeline.publish("alpha", "later", day(30), day(30).plusSeconds(i), i % 2 == 0 ? DAM : MAYOR);
            }

            assertThat(pipeline.kept(Names.CLAIMS_STORE)).isEqualTo(2);
            assertThat(pipeline.kept(Names.STATEMENTS_STORE)).isEqualTo(2);
            assertThat(pipeline.kept(Names.REPORTS_STORE)).isEqualTo(2);
        }
    }

    @Test
    void anOldStoryThatIsReadTodayCanBeWithdrawnWithoutAWordOfWhen() {
        try (TestPipeline pipeline = new TestPipeline(DAYS)) {
            pipeline.publish("alpha", "a1", day(0), day(0), DAM);
            pipeline.send("alpha", "a1", null);

            assertThat(pipeline.rejected()).isEmpty();
            assertThat(pipeline.facts()).isEmpty();
        }
    }

    @Test
    void whatIsKeptDoesNotGrowWithTimeAndFactsStayOnTheirTopic() {
        try (TestPipeline pipeline = new TestPipeline(DAYS)) {
            publishHalfDaily(pipeline, 0, 154);
            int claims = pipeline.kept(Names.CLAIMS_STORE);
            int statements = pipeline.kept(Names.STATEMENTS_STORE);
            int reports = pipeline.kept(Names.MEMBER_REPORTS_STORE);

            publishHalfDaily(pipeline, 154, 308);

            assertThat(pipeline.kept(Names.CLAIMS_STORE)).isBetween(1, claims);
            assertThat(pipeline.kept(Names.STATEMENTS_STORE)).isBetween(1, statements);
            assertThat(pipeline.kept(Names.MEMBER_REPORTS_STORE)).isBetween(1, reports);
            assertThat(pipeline.kept(Names.STATEMENT_TOUCHED_STORE)).isEqualTo(pipeline.kept(Names.STATEMENTS_STORE));
            assertThat(pipeline.facts()).hasSize(308);
            assertThat(pipeline.counts().of(DropReason.EXPIRED_STATEMENT)).isZero();
        }
    }

    @Test
    void factsGoWithTheStateBehindThemWhereThatIsAskedFor() {
        Map<String, String> settings = new HashMap<>(DAYS);
        settings.put(PipelineConfig.FACTS_EXPIRE, "true");
        try (TestPipeline pipeline = new TestPipeline(settings)) {
            publishHalfDaily(pipeline, 0, 154);

            assertThat(pipeline.facts()).hasSizeBetween(1, 153);
            assertThat(pipeline.factRecords()).anyMatch(record -> record.value() == null);
        }
    }

    /** A sentence comes again after a week, when nothing compares it with the last one any more. */
    private static void publishHalfDaily(TestPipeline pipeline, int from, int to) {
        for (int i = from; i < to; i++) {
            Instant time = START.plus(Duration.ofHours(12L * i));
            pipeline.publish("alpha", "a" + i, time, time, SENTENCES.get(i % SENTENCES.size()));
        }
    }

    @Test
    void aStatementGoesOnWithoutACandidateThatHasExpired() {
        try (TestPipeline pipeline = new TestPipeline(DAYS)) {
            pipeline.publish("alpha", "a1", day(0), day(0), DAM);
            String fact = pipeline.factAbout("Tarrow").getFactId();

            pipeline.tell(
                    fact, new Found("w:block", new Candidate("gone", day(-1).toEpochMilli(), 9_000, Relation.SAME)));
            pipeline.publish("beta", "b1", day(0), day(0), DAM);

            assertThat(pipeline.factAbout("Tarrow").getFactId()).isEqualTo(fact);
            assertThat(pipeline.factAbout("Tarrow").getSupport()).hasSize(2);
            assertThat(pipeline.counts().of(DropReason.EXPIRED_STATEMENT)).isEqualTo(1);
        }
    }

    @Test
    void articlesThatComeLateInsideTheGraceFindWhatTheyWouldHaveFoundInTime() {
        List<Revision> revisions = revisions(new Random(1));
        Map<String, Fact> inOrder = facts(revisions, new Random(0), 0);

        for (int seed = 1; seed <= 2; seed++) {
            assertThat(facts(revisions, new Random(seed), 49)).isEqualTo(inOrder);
        }
    }

    private record Revision(String id, Instant published, Instant at, List<String> sentences) {}

    /** Twenty-five days of articles, some of them revised or withdrawn up to two days later. */
    private static List<Revision> revisions(Random random) {
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Instant published = START.plus(Duration.ofHours(6L * i)).plusSeconds(random.nextInt(3600));
            Instant at = published;
            for (int change = random.nextInt(3); change >= 0; change--) {
                List<String> sentences = new ArrayList<>();
                for (int count = at.equals(published) ? 1 : random.nextInt(3); count > 0; count--) {
                    sentences.add(sentence(random));
                }
                revisions.add(new Revision("a" + i, published, at, sentences));
                at = at.plus(Duration.ofMinutes(30 + random.nextInt(24 * 60)));
            }
        }
        return revisions;
    }

    private static String sentence(Random random) {
        return random.nextInt(4) == 0
                ? "The Tarrow dam holds " + (40 + random.nextInt(3)) + " million cubic metres of water."
                : SENTENCES.get(random.nextInt(SENTENCES.size()));
    }

    /** The facts in the end, when each revision comes up to so many hours late. */
    private static Map<String, Fact> facts(List<Revision> revisions, Random random, int hours) {
        record Arrival(Instant at, Revision revision) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (Revision revision : revisions) {
            Duration late = Duration.ofSeconds(hours == 0 ? 0 : random.nextInt(hours * 3600));
            arrivals.add(new Arrival(revision.at().plus(late), revision));
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        try (TestPipeline pipeline = new TestPipeline(DAYS)) {
            for (Arrival arrival : arrivals) {
                Revision revision = arrival.revision();
                if (revision.sentences().isEmpty()) {
                    pipeline.withdraw("alpha", revision.id(), revision.at());
                } else {
                    pipeline.publish(
                            "alpha",
                            revision.id(),
                            revision.published(),
                            revision.at(),
                            revision.sentences().toArray(String[]::new));
                }
            }
            assertThat(pipeline.rejected()).isEmpty();
            assertThat(pipeline.kept(Names.CLAIMS_STORE)).isLessThan(revisions.size() / 2);
            return pipeline.facts();
        }
    }
}
