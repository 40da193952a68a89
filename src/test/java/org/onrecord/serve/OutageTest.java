package org.onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.local.EmbeddedKafka;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Sketch;
import org.onrecord.stream.Diagnosis;
import org.onrecord.stream.Endurance;
import org.onrecord.stream.FailureCause;
import org.onrecord.stream.Parts;
import org.onrecord.stream.PipelineConfig;

/** Brokers and registries go and come back; it is told, and the pipeline goes on. */
class OutageTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void aBrokerThatGoesIsToldOfAndWhenItIsBackThePipelineGoesOn() throws IOException {
        try (WatchedPipeline pipeline = new WatchedPipeline(directory, Duration.ofSeconds(2))) {
            becomesReady(pipeline);

            pipeline.stopKafka();

            tellsThatTheBrokerIsAway(pipeline);
            assertThat(pipeline.metric("onrecord_lag_observation_age_seconds").orElseThrow())
                    .isGreaterThan(2);
            assertThat(pipeline.get("lag").body())
                    .contains("Kafka does not answer", "--bootstrap-server", "onrecord.statements");

            pipeline.startKafka();
            pipeline.publish("ferry", "The Ander ferry carried 900 cars.");
            pipeline.drain();

            await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 200);
            assertThat(pipeline.metric("onrecord_fact_records_total{status=\"reported\"}")
                            .orElseThrow())
                    .isGreaterThanOrEqualTo(2);
            assertThat(pipeline.metric("onrecord_broker_up")).contains(1.0);
        }
    }

    @Test
    void aBrokerThatNoLongerAnswersIsToldOfAndWhenItDoesThePipelineGoesOn() throws IOException {
        int slow = Gate.free();
        try (Gate gate = Gate.before(slow);
                WatchedPipeline pipeline = new WatchedPipeline(
                        directory,
                        Duration.ofSeconds(2),
                        EmbeddedKafka.start(directory.resolve("kafka"), 0, settings -> behind(gate, slow, settings)),
                        Map.of(
                                "bootstrap.servers", "127.0.0.1:" + gate.port(),
                                "request.timeout.ms", "2000",
                                "default.api.timeout.ms", "3000"))) {
            becomesReady(pipeline);

            gate.hold();

            tellsThatTheBrokerIsAway(pipeline);
            assertThat(pipeline.get("lag").body()).contains("Kafka does not answer", "--bootstrap-server");
            pipeline.publish("ferry", "The Ander ferry carried 900 cars.");

            gate.release();

            await().atMost(PATIENCE)
                    .until(() -> pipeline.metric("onrecord_fact_records_total{status=\"reported\"}")
                                    .orElseThrow()
                            >= 2);
            pipeline.drain();
            await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 200);
            assertThat(pipeline.metric("onrecord_broker_up")).contains(1.0);
        }
    }

    @Test
    void aRecordThatFailsAgainAndAgainStopsThePipelineWhichSaysWhichItWas() throws IOException {
        try (WatchedPipeline pipeline = new WatchedPipeline(directory)) {
            pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
            pipeline.publish("barges", "The Velden canal was closed to barges on Monday morning.");
            pipeline.watch();
            Parts parts = Parts.standard(PipelineConfig.of(Map.of()));
            pipeline.run(
                    new Parts(parts.admission(), parts.reader(), new Broken(), parts.facts()),
                    new Endurance(1, Duration.ofMinutes(10), Duration.ofSeconds(20)));

            await().atMost(PATIENCE).until(() -> pipeline.pipeline().gaveUp().isPresent());
            Diagnosis why = pipeline.pipeline().gaveUp().orElseThrow();
            assertThat(why.cause()).isEqualTo(FailureCause.RECORD);
            assertThat(why.message()).contains("topic=onrecord.blocks", "offset=", "these two cannot be compared");
            await().atMost(PATIENCE).until(() -> pipeline.get("livez").statusCode() == 503);
            assertThat(pipeline.get("readyz").body()).contains("it has given up", "these two cannot be compared");
            assertThat(pipeline.metric("onrecord_failures_total{cause=\"record\"}"))
                    .contains(2.0);
            assertThat(pipeline.metric("onrecord_thread_replacements_total")).contains(1.0);
        }
    }

    @Test
    void aPipelineThatMissesItsRegistryIsNotReadyAndSaysWhomItMisses() throws IOException {
        try (WatchedPipeline pipeline = new WatchedPipeline(directory)) {
            pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
            pipeline.stopRegistry();
            pipeline.watch();
            pipeline.run();

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(pipeline.get("readyz").body()).contains("registry"));
            assertThat(pipeline.get("readyz").statusCode()).isEqualTo(503);
            assertThat(pipeline.get("livez").statusCode()).isEqualTo(200);
            assertThat(pipeline.metric("onrecord_registry_up")).contains(0.0);
            assertThat(pipeline.metric("onrecord_thread_replacements_total").orElseThrow())
                    .isPositive();
            assertThat(pipeline.metric("onrecord_failures_total{cause=\"registry_unavailable\"}")
                            .orElseThrow())
                    .isPositive();

            pipeline.startRegistry();

            await().atMost(PATIENCE)
                    .until(() -> pipeline.metric("onrecord_fact_records_total{status=\"reported\"}")
                                    .orElseThrow()
                            > 0);
            await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 200);
            await().atMost(PATIENCE)
                    .until(() -> pipeline.metric("onrecord_registry_up").orElseThrow() == 1);
            assertThat(pipeline.metric("onrecord_rejected_total{reason=\"unreadable\"}"))
                    .contains(0.0);
        }
    }

    private static void becomesReady(WatchedPipeline pipeline) throws IOException {
        pipeline.watch();
        pipeline.run();
        pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
        pipeline.drain();
        await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 200);
    }

    private static void tellsThatTheBrokerIsAway(WatchedPipeline pipeline) {
        await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 503);
        assertThat(pipeline.get("readyz").body()).contains("Kafka has not answered for");
        assertThat(pipeline.get("livez").statusCode()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> pipeline.metric("onrecord_broker_up").orElseThrow() == 0);
        assertThat(pipeline.metric("onrecord_failures_total{cause=\"broker_unavailable\"}")
                        .orElseThrow())
                .isPositive();
    }

    /** A second listener, which clients are told to reach through the gate; the first stays as it is. */
    private static void behind(Gate gate, int port, Properties settings) {
        settings.merge("listeners", "SLOW://127.0.0.1:" + port, (all, more) -> all + "," + more);
        settings.merge("advertised.listeners", "SLOW://127.0.0.1:" + gate.port(), (all, more) -> all + "," + more);
        settings.merge("listener.security.protocol.map", "SLOW:PLAINTEXT", (all, more) -> all + "," + more);
    }

    private static final class Broken implements Matcher {
        @Override
        public Comparison compare(Sketch a, Sketch b) {
            throw new IllegalStateException("these two cannot be compared");
        }

        @Override
        public int linkThreshold() {
            return 8_000;
        }

        @Override
        public int factThreshold() {
            return 8_000;
        }
    }
}
