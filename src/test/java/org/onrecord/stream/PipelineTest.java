package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onrecord.article.RejectReason;
import org.onrecord.avro.Fact;
import org.onrecord.avro.FactStatus;
import org.onrecord.resolution.Chorus;

/** The whole topology, in one process and without a broker. */
class PipelineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String DAM = "The Tarrow dam holds 40 million cubic metres of water this spring.";
    private static final String FULL = "The Tarrow dam holds 40 million litres.";
    private static final String MAYOR = "Mayor Lena Orso opened the new tram line in Brackwater.";

    private final TestPipeline pipeline = new TestPipeline();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aClaimThatTwoOutletsMakeIsOneFactWithTwoOrigins() {
        pipeline.publish("alpha", "a1", NOON, NOON, FULL);
        pipeline.publish("beta", "b1", NOON.plusSeconds(60), NOON.plusSeconds(60), "Brackwater: " + MAYOR, FULL);

        Fact fact = pipeline.factAbout("Tarrow");
        assertThat(fact.getSupport()).extracting("outlet").containsExactlyInAnyOrder("alpha", "beta");
        assertThat(fact.getOrigins()).containsExactly("alpha", "beta");
        assertThat(fact.getStatus()).isEqualTo(FactStatus.CORROBORATED);
        assertThat(pipeline.facts()).hasSize(2);
    }

    @Test
    void aLongSentenceThatTwoOutletsPrintWordForWordHasOneOrigin() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);
        pipeline.publish("beta", "b1", NOON.plusSeconds(60), NOON.plusSeconds(60), DAM);

        Fact fact = pipeline.factAbout("Tarrow");
        assertThat(fact.getOrigins()).containsExactly("alpha");
        assertThat(fact.getCarriers()).containsExactly("alpha", "beta");
        assertThat(fact.getStatus()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void outletsOfOnePublisherAreOneOrigin() {
        pipeline.publish("ria", "r1", NOON, NOON, FULL);
        pipeline.publish("sputnik", "s1", NOON.plusSeconds(60), NOON.plusSeconds(60), FULL);

        Fact fact = pipeline.factAbout("Tarrow");
        assertThat(fact.getOrigins()).hasSize(1);
        assertThat(fact.getSupportCount()).isEqualTo(2);
        assertThat(fact.getStatus()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void aHedgedNumberIsTheExactOneThatItAgreesWith() {
        pipeline.publish("alpha", "a1", NOON, NOON, "About 2,500 soldiers left Lindmar on Sunday.");
        pipeline.publish(
                "beta", "b1", NOON.plusSeconds(60), NOON.plusSeconds(60), "On Sunday 2,487 soldiers left Lindmar.");

        Fact fact = pipeline.factAbout("Lindmar");
        assertThat(fact.getValue()).isEqualTo("2487");
        assertThat(fact.getValues()).hasSize(1);
        assertThat(fact.getOrigins()).containsExactly("alpha", "beta");
    }

    @Test
    void aStoryThatGoesRoundShowsOnItsFactWhoCarriesItAndByWhomItCame() {
        pipeline.publish("reuters", "r1", NOON, NOON, FULL);
        pipeline.publish(
                "alpha", "a1", NOON.plusSeconds(60), NOON.plusSeconds(60), "LUSK, March 2 (Reuters) - " + FULL);

        Fact fact = pipeline.factAbout("Tarrow");
        assertThat(fact.getOrigins()).containsExactly("Reuters");
        assertThat(fact.getCarriers()).containsExactly("alpha", "reuters");
        assertThat(fact.getSupport().get(0).getOutlet()).isEqualTo("alpha");
        assertThat(fact.getSupport().get(0).getChain()).containsExactly("Reuters");
        assertThat(fact.getStatus()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void whoDeniesAClaimStandsOnItsFact() {
        Fact fact = soldAndDenied("the company sold the Lusk mine.");
        assertThat(fact.getStatus()).isEqualTo(FactStatus.DISPUTED);
        assertThat(fact.getOrigins()).containsExactly("alpha");
        assertThat(fact.getDeniedBy()).containsExactly("ministry");
    }

    @Test
    void whoConfirmsWhatTheyHadDeniedStandsBehindTheFact() {
        String sold = "the company sold the Lusk mine.";
        pipeline.publish("alpha", "a1", NOON, NOON, "The ministry denied that " + sold);
        pipeline.publish("beta", "b1", NOON.plusSeconds(60), NOON.plusSeconds(60), "The" + sold.substring(3));
        assertThat(pipeline.factAbout("Lusk").getStatus()).isEqualTo(FactStatus.DISPUTED);

        pipeline.publish(
                "gamma", "c1", NOON.plusSeconds(3600), NOON.plusSeconds(3600), "The ministry confirmed that " + sold);

        Fact fact = pipeline.factAbout("Lusk");
        assertThat(fact.getStatus()).isEqualTo(FactStatus.CORROBORATED);
        assertThat(fact.getOrigins()).containsExactly("beta", "ministry");
        assertThat(fact.getDeniedBy()).isEmpty();
    }

    @Test
    void whoDeniesThatSomethingDidNotHappenAssertsIt() {
        Fact fact = soldAndDenied("the company had not sold the Lusk mine.");
        assertThat(fact.getStatus()).isEqualTo(FactStatus.CORROBORATED);
        assertThat(fact.getOrigins()).containsExactly("alpha", "ministry");
        assertThat(fact.getDeniedBy()).isEmpty();
    }

    /** The fact of a sale that one outlet reports, once another has the ministry deny that {@code denied}. */
    private Fact soldAndDenied(String denied) {
        pipeline.publish("alpha", "a1", NOON, NOON, "The company sold the Lusk mine.");
        Instant later = NOON.plusSeconds(60);
        pipeline.publish("beta", "b1", later, later, "The ministry denied that " + denied);
        return pipeline.factAbout("Lusk");
    }

    @Test
    void aStatementThatJoinsAFactPublishesOneRecord() {
        pipeline.publish("alpha", "a1", NOON, NOON, "The Tarrow dam holds 40 million cubic metres of water.");
        pipeline.publish(
                "beta",
                "b1",
                NOON.plusSeconds(60),
                NOON.plusSeconds(60),
                "The Tarrow dam holds 40 million cubic metres of water today.");

        assertThat(pipeline.factAbout("Tarrow").getAliases()).hasSize(1);
        assertThat(pipeline.factRecords()).hasSize(2);
    }

    @Test
    void aNewStatementPublishesOneRecordAndAReprintOneMore() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);
        assertThat(pipeline.factRecords()).hasSize(1);

        pipeline.publish("beta", "b1", NOON.plusSeconds(60), NOON.plusSeconds(60), DAM);
        assertThat(pipeline.factRecords()).hasSize(2);

        pipeline.publish("beta", "b1", NOON.plusSeconds(60), NOON.plusSeconds(60), DAM);
        assertThat(pipeline.factRecords()).hasSize(2);
    }

    @Test
    void aWithdrawnArticleTakesItsLastFactWithIt() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);
        pipeline.withdraw("alpha", "a1", NOON.plusSeconds(600));

        assertThat(pipeline.facts()).isEmpty();
        assertThat(pipeline.claims()).isEmpty();
        assertThat(pipeline.factRecords()).last().extracting(TestRecord::value).isNull();
    }

    @Test
    void aRevisionMovesItsSupportAndKeepsWhatItRepeats() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM, MAYOR);
        String kept = pipeline.factAbout("tram").getFactId();

        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(600), MAYOR);

        assertThat(pipeline.facts()).containsOnlyKeys(kept);
        assertThat(pipeline.claims()).hasSize(1);
    }

    @Test
    void anOlderRevisionThatArrivesLateChangesNothingThatStands() {
        pipeline.publish("alpha", "a1", NOON, NOON.plusSeconds(600), MAYOR);
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);

        assertThat(pipeline.facts()).hasSize(1);
        assertThat(pipeline.factAbout("tram").getStatus()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void theSameWordsInTwoArticlesOfOneOutletAreTwoClaimsOfOneOrigin() {
        pipeline.publish("alpha", "a1", NOON, NOON, MAYOR);
        pipeline.publish("alpha", "a2", NOON.plusSeconds(60), NOON.plusSeconds(60), MAYOR);

        assertThat(pipeline.facts().values()).singleElement().satisfies(fact -> {
            assertThat(fact.getSupportCount()).isEqualTo(2);
            assertThat(fact.getOrigins()).hasSize(1);
        });

        pipeline.withdraw("alpha", "a1", NOON.plusSeconds(120));

        assertThat(pipeline.facts().values()).singleElement().satisfies(fact -> {
            assertThat(fact.getSupportCount()).isEqualTo(1);
            assertThat(fact.getFirstReportedAt()).isEqualTo(NOON.plusSeconds(60));
        });
    }

    @Test
    void aFactIsBuiltFromVoicesAndNotFromEveryReprint() {
        for (int i = 0; i < 300; i++) {
            Instant at = NOON.plusSeconds(i);
            pipeline.publish("alpha", "a" + i, at, at, MAYOR);
        }

        assertThat(pipeline.facts().values()).singleElement().satisfies(fact -> {
            assertThat(fact.getSupportCount()).isEqualTo(300);
            assertThat(fact.getSupport()).hasSize(100);
            assertThat(fact.getLastReportedAt()).isEqualTo(NOON.plusSeconds(299));
        });
        try (KeyValueIterator<String, Chorus> choruses =
                pipeline.<Chorus>store(Names.CHORUSES_STORE).all()) {
            assertThat(choruses).toIterable().singleElement().satisfies(chorus -> assertThat(chorus.value.count())
                    .isEqualTo(300));
        }
    }

    @Test
    void articlesFrom1987And2026BothBecomeFacts() {
        Instant then = Instant.parse("1987-03-02T12:00:00Z");
        pipeline.publish("alpha", "old", then, then, MAYOR);
        pipeline.publish("alpha", "new", NOON, NOON, MAYOR);

        assertThat(pipeline.facts()).hasSize(2);
        assertThat(pipeline.rejected()).isEmpty();
    }

    @Test
    void anArticleOlderThanWhatIsRememberedIsRejectedAsTooLateWithItsBytesAndPosition() {
        // One outlet and id so that both articles meet in one partition of any topology.
        pipeline.publish("alpha", "a1", NOON, NOON, MAYOR);
        byte[] late = pipeline.publish(
                "alpha", "a1", Instant.parse("1987-03-02T12:00:00Z"), Instant.parse("1987-03-02T12:00:00Z"), DAM);

        assertThat(pipeline.rejected()).singleElement().satisfies(record -> {
            assertThat(record.value()).isEqualTo(late);
            assertThat(TestPipeline.header(record, RecordHeaders.REASON)).isEqualTo(RejectReason.TOO_LATE.name());
            assertThat(TestPipeline.header(record, RecordHeaders.TOPIC)).isEqualTo("articles.alpha");
            assertThat(TestPipeline.header(record, RecordHeaders.OFFSET)).isEqualTo("1");
        });
    }

    @Test
    void badInputIsRejectedWithItsReasonAndThePipelineGoesOn() {
        pipeline.send("alpha", "a1", "{\"id\": \"a1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        pipeline.send("alpha", "a2", new byte[] {7, 7, 7});
        pipeline.send("alpha", "a3", new byte[2 << 20]);
        pipeline.publish("alpha", "", NOON, NOON, DAM);
        pipeline.publish("alpha", "a5", NOON, NOON);
        pipeline.publishAs("", "alpha", "a6", NOON, NOON, DAM);
        pipeline.publishAs("beta", "alpha", "a7", NOON, NOON, DAM);
        pipeline.publish(
                "alpha",
                "a8",
                NOON,
                NOON,
                "Der Bürgermeister hat gestern die neue Straßenbahn in der Stadt eröffnet und dankte allen Beteiligten.");
        pipeline.publish("alpha", "a9", NOON, NOON, DAM);

        assertThat(pipeline.rejected())
                .extracting(record -> TestPipeline.header(record, RecordHeaders.REASON))
                .containsExactly(
                        "PLAIN_JSON",
                        "UNREADABLE",
                        "TOO_LARGE",
                        "MISSING_ID",
                        "MISSING_BODY",
                        "MISSING_OUTLET",
                        "OUTLET_MISMATCH",
                        "NOT_ENGLISH");
        assertThat(pipeline.facts()).hasSize(1);
        assertThat(pipeline.counts().of(RejectReason.TOO_LARGE)).isEqualTo(1);
    }

    @Test
    void theArticlesAppendTimeTravelsToTheFact() {
        pipeline.publish("alpha", "a1", NOON, NOON, DAM);

        assertThat(TestPipeline.header(pipeline.factRecords().get(0), RecordHeaders.ARTICLE_TIME))
                .isEqualTo(Long.toString(TestPipeline.APPENDED.toEpochMilli()));
    }
}
