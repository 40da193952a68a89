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

/** A broker that keeps its connections and gives no answers is told of and waited for like one that is gone. */
class SlowBrokerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

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
            pipeline.watch();
            pipeline.run();
            pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
            pipeline.drain();
            await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 200);

            gate.hold();

            await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 503);
            assertThat(pipeline.get("readyz").body()).contains("Kafka has not answered for");
            assertThat(pipeline.get("livez").statusCode()).isEqualTo(200);
            await().atMost(PATIENCE)
                    .until(() -> pipeline.metric("onrecord_broker_up").orElseThrow() == 0);
            assertThat(pipeline.metric("onrecord_failures_total{cause=\"broker_unavailable\"}")
                            .orElseThrow())
                    .isPositive();
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

    /** A second listener, which clients are told to reach through the gate; the first stays as it is. */
    private static void behind(Gate gate, int port, Properties settings) {
        settings.merge("listeners", "SLOW://127.0.0.1:" + port, (all, more) -> all + "," + more);
        settings.merge("advertised.listeners", "SLOW://127.0.0.1:" + gate.port(), (all, more) -> all + "," + more);
        settings.merge("listener.security.protocol.map", "SLOW:PLAINTEXT", (all, more) -> all + "," + more);
    }
}
