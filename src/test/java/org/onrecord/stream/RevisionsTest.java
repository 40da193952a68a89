package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onrecord.article.RejectReason;
import org.onrecord.avro.Claim;
import org.onrecord.avro.Fact;
import org.onrecord.avro.ValueStanding;

/** The table of revisions in {@code docs/facts.md}. */
class RevisionsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String DAM = "The Tarrow dam holds 40 million cubic metres of water this spring.";
    private static final String MAYOR = "Mayor Lena Orso opened the new tram line in Brackwater.";

    private final TestPipeline pipeline = new TestPipeline();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void anotherTextAtTheSameTimeStandsByItsHashWhicheverCameFirst() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);
        pipeline.publish("alpha", "a1", NOON, NOON, MAYOR);
        Map<String, Fact> facts = pipeline.facts();

        try (TestPipeline other = new TestPipeline()) {
            other.publish("alpha", "a1", NOON, NOON, MAYOR);
            other.publish("alpha", "a1", NOON, NOON, DAM);
            assertThat(other.facts()).isEqualTo(facts).hasSize(1);
        }
    }

    @Test
    void anOlderRevisionCountsForWhenThingsWereFirstSaid() {
        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(600), MAYOR);
        pipeline.publish("alpha", "a1", NOON, NOON, DAM, MAYOR);

        assertThat(pipeline.facts()).hasSize(1);
        assertThat(pipeline.factAbout("tram").getFirstReportedAt()).isEqualTo(NOON);
    }

    @Test
    void aRevisionWithoutAChangePublishesNothing() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM, MAYOR);
        int records = pipeline.factRecords().size();

        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(60), DAM, MAYOR);

        assertThat(pipeline.factRecords()).hasSize(records);
    }

    @Test
    void aRevisionThatOnlyMovesItsSentencesWritesTheClaimsAgainAndNoFact() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM, MAYOR);
        int records = pipeline.factRecords().size();
        Map<String, Claim> before = Map.copyOf(pipeline.claims());

        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(60), MAYOR, DAM);

        assertThat(pipeline.factRecords()).hasSize(records);
        assertThat(pipeline.claims()).hasSameSizeAs(before).allSatisfy((id, claim) -> assertThat(
                        claim.getContent().getSpans())
                .isNotEqualTo(before.get(id).getContent().getSpans()));
    }

    @Test
    void aRevisionOfTheFutureStandsUntilALaterOneComesAndHurriesNobodysExpiry() {
        Instant future = Instant.parse("2999-01-01T00:00:00Z");
        pipeline.publish("alpha", "a1", NOON, future, DAM);
        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(60), MAYOR);
        pipeline.publish("beta", "b1", NOON, NOON, MAYOR);

        assertThat(pipeline.facts()).hasSize(2);
        assertThat(pipeline.factAbout("tram").getSupport()).extracting("outlet").containsExactly("beta");
        assertThat(pipeline.rejected()).isEmpty();

        pipeline.publish("alpha", "a1", NOON, future.plusSeconds(1), MAYOR);
        assertThat(pipeline.facts().values())
                .noneMatch(fact -> fact.getStatement().contains("Tarrow"));
    }

    @Test
    void aTimeIn1970IsTooLateBehindWhatHasBeenSeen() {
        pipeline.publish("alpha", "a1", NOON, NOON, MAYOR);
        pipeline.publish("alpha", "a1", Instant.EPOCH, Instant.EPOCH, DAM);

        assertThat(pipeline.facts()).hasSize(1);
        assertThat(pipeline.rejected()).singleElement().satisfies(record -> assertThat(
                        TestPipeline.header(record, RecordHeaders.REASON))
                .isEqualTo(RejectReason.TOO_LATE.name()));
    }

    @Test
    void anUpdateBeforeItsPublicationCountsAsOfThat() {
        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(600), MAYOR);
        pipeline.publish("alpha", "a1", NOON, Instant.EPOCH, DAM);
        assertThat(pipeline.facts()).hasSize(1);

        pipeline.publish("beta", "b1", NOON, Instant.EPOCH, DAM);
        assertThat(pipeline.factAbout("Tarrow").getFirstReportedAt()).isEqualTo(NOON);
        assertThat(pipeline.rejected()).isEmpty();
    }

    @Test
    void anArticleOf1970ThatIsFirstSeenInAnUpdateOfTodayHasExpired() {
        pipeline.publish("alpha", "a1", Instant.EPOCH, NOON, DAM);

        assertThat(pipeline.facts()).isEmpty();
        assertThat(pipeline.rejected()).singleElement().satisfies(record -> assertThat(
                        TestPipeline.header(record, RecordHeaders.REASON))
                .isEqualTo(RejectReason.EXPIRED.name()));
    }

    @Test
    void aWithdrawalIn1970ChangesNothingAndOneOfTheFutureHoldsUntilALaterRevision() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);
        Map<String, Fact> before = pipeline.facts();
        pipeline.withdraw("alpha", "a1", Instant.EPOCH);
        assertThat(pipeline.facts()).isEqualTo(before);

        Instant future = NOON.plus(Duration.ofDays(1));
        assertThat(future).isAfter(TestPipeline.APPENDED);
        pipeline.withdraw("alpha", "a1", future);
        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(600), DAM);
        assertThat(pipeline.facts()).isEmpty();

        pipeline.publish("alpha", "a1", NOON, future.plusSeconds(1), DAM);
        assertThat(pipeline.facts()).isEqualTo(before);
        assertThat(pipeline.rejected()).isEmpty();
    }

    @Test
    void aWithdrawalOfAnUnknownArticleHoldsAgainstItsOlderRevisions() {
        pipeline.withdraw("alpha", "a1", NOON.plusSeconds(600));
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);
        assertThat(pipeline.facts()).isEmpty();

        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(900), DAM);
        assertThat(pipeline.facts()).hasSize(1);
    }

    @Test
    void anArticleThatComesAgainStandsUnderTheSameIds() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);
        Map<String, Fact> before = pipeline.facts();
        pipeline.withdraw("alpha", "a1", NOON.plusSeconds(600));
        assertThat(pipeline.facts()).isEmpty();

        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(900), DAM);

        assertThat(pipeline.facts()).isEqualTo(before);
    }

    @Test
    void aFactKeepsItsIdWhenItsLeaderIsWithdrawnAndAliasesNameTheOthers() {
        pipeline.publish("alpha", "a1", NOON, NOON, "The Tarrow dam holds 40 million cubic metres of water.");
        pipeline.publish(
                "beta",
                "b1",
                NOON.plusSeconds(60),
                NOON.plusSeconds(60),
                "The Tarrow dam holds 40 million cubic metres of water today.");
        Fact both = pipeline.factAbout("Tarrow");
        assertThat(both.getSupport()).hasSize(2);

        pipeline.withdraw("alpha", "a1", NOON.plusSeconds(600));

        Fact left = pipeline.factAbout("Tarrow");
        assertThat(left.getFactId()).isEqualTo(both.getFactId());
        assertThat(left.getAliases()).isEqualTo(both.getAliases()).isNotEmpty();
        assertThat(left.getSupport()).extracting("outlet").containsExactly("beta");
    }

    @Test
    void aFactWhoseLeaderChangesIsFoundByItsAliases() {
        pipeline.publish("beta", "b1", NOON, NOON, "The Tarrow dam holds 40 million cubic metres of water today.");
        String known = pipeline.factAbout("Tarrow").getFactId();

        Instant earlier = NOON.minusSeconds(60);
        pipeline.publish("alpha", "a1", earlier, earlier, "The Tarrow dam holds 40 million cubic metres of water.");

        Fact fact = pipeline.factAbout("Tarrow");
        assertThat(fact.getFactId()).isNotEqualTo(known);
        assertThat(fact.getAliases()).containsExactly(known);
        assertThat(fact.getSupport()).extracting("outlet").containsExactly("beta", "alpha");
        assertThat(pipeline.facts()).containsOnlyKeys(fact.getFactId());
    }

    @Test
    void aCorrectedSentenceMovesItsSupportAndTheFactKeepsItsId() {
        String forty = "The Tarrow dam holds 40 million cubic metres of water.";
        String more = "The Tarrow dam holds 45 million cubic metres of water.";
        pipeline.publish("alpha", "a1", NOON, NOON, forty);
        pipeline.publish("beta", "b1", NOON.plusSeconds(60), NOON.plusSeconds(60), forty);
        String id = pipeline.factAbout("Tarrow").getFactId();

        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(600), more);

        Fact corrected = pipeline.factAbout("45 million");
        assertThat(corrected.getFactId()).isEqualTo(id);
        assertThat(corrected.getSupport()).extracting("outlet").containsExactly("alpha", "beta");
        assertThat(corrected.getValues())
                .extracting("value", "standing")
                .containsExactly(tuple("45000000", ValueStanding.CURRENT), tuple("40000000", ValueStanding.EARLIER));

        pipeline.publish("beta", "b1", NOON.plusSeconds(60), NOON.plusSeconds(700), more);

        assertThat(pipeline.factAbout("Tarrow").getValues()).extracting("value").containsExactly("45000000");
        assertThat(pipeline.facts()).containsOnlyKeys(id);
    }

    @Test
    void aThousandRevisionsInAMinuteLeaveNoMoreStateThanTwo() {
        for (int i = 0; i < 1_000; i++) {
            pipeline.publish("alpha", "a1", NOON, NOON.plusMillis(60L * i), i % 2 == 0 ? DAM : MAYOR);
        }

        assertThat(pipeline.facts()).hasSize(1);
        assertThat(pipeline.factAbout("tram").getSupport()).hasSize(1);
        assertThat(pipeline.kept(Names.NEWEST_STORE)).isEqualTo(1);
        assertThat(pipeline.kept(Names.CLAIMS_STORE)).isEqualTo(2);
        assertThat(pipeline.kept(Names.STATEMENTS_STORE)).isEqualTo(2);
        assertThat(pipeline.kept(Names.REPORTS_STORE)).isEqualTo(2);
        assertThat(pipeline.kept(Names.MEMBER_REPORTS_STORE)).isEqualTo(1);
    }
}
