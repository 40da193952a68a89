package org.onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers and registries go and come back; it is told, and the pipeline goes on. */
class OutageTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void aBrokerThatGoesIsToldOfAndWhenItIsBackThePipelineGoesOn() throws IOException {
        try (WatchedPipeline pipeline = new WatchedPipeline(directory, Duration.ofSeconds(2))) {
            pipeline.watch();
            pipeline.run();
            pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
            pipeline.drain();
            await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 200);

            pipeline.stopKafka();

            await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 503);
            assertThat(pipeline.get("readyz").body()).contains("Kafka has not answered for");
            assertThat(pipeline.get("livez").statusCode()).isEqualTo(200);
            await().atMost(PATIENCE)
                    .until(() -> pipeline.metric("onrecord_broker_up").orElseThrow() == 0);
            assertThat(pipeline.metric("onrecord_failures_total{cause=\"broker_unavailable\"}")
                            .orElseThrow())
                    .isPositive();
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
}
