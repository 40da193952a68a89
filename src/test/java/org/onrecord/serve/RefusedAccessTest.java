package org.onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.local.GuardedKafka;
import org.onrecord.stream.Diagnosis;
import org.onrecord.stream.Endurance;
import org.onrecord.stream.FailureCause;
import org.onrecord.stream.PipelineAcls;
import org.onrecord.stream.RunningPipeline;
import org.onrecord.stream.Topics;

/** A pipeline that Kafka does not let in, or not far enough, says so; started anew with what was missing, it goes on. */
class RefusedAccessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Endurance NONE = new Endurance(0, Duration.ofMinutes(10), Duration.ofSeconds(20));

    @TempDir
    private Path directory;

    @Test
    void aWrongPasswordIsToldWithTheSettingsToCheck() throws Exception {
        GuardedKafka guarded = GuardedKafka.start(directory.resolve("kafka"));
        try (WatchedPipeline pipeline =
                new WatchedPipeline(directory, Duration.ofSeconds(2), guarded.kafka(), guarded.asDesk("pencil"))) {
            grant(pipeline, right -> true);
            pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
            pipeline.watch();
            pipeline.run(NONE);

            assertThat(reasonToGiveUp(pipeline).message()).contains("credentials", "sasl.jaas.config");
            pipeline.stopPipeline();

            pipeline.set(guarded.asDesk());
            goesOn(pipeline);
        }
    }

    @Test
    void aMissingRightIsToldWithTheTopicAndTheCommandThatGrantsIt() throws Exception {
        GuardedKafka guarded = GuardedKafka.start(directory.resolve("kafka"));
        try (WatchedPipeline pipeline =
                new WatchedPipeline(directory, Duration.ofSeconds(2), guarded.kafka(), guarded.asDesk())) {
            grant(pipeline, right -> !writesFacts(right));
            pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
            pipeline.watch();
            pipeline.run(NONE);

            assertThat(reasonToGiveUp(pipeline).message()).contains("topic facts", "kafka-acls.sh", "--topic facts");
            pipeline.stopPipeline();

            grant(pipeline, RefusedAccessTest::writesFacts);
            goesOn(pipeline);
        }
    }

    private static boolean writesFacts(AclBinding right) {
        return right.pattern().name().equals(Topics.FACTS) && right.entry().operation() == AclOperation.WRITE;
    }

    private static void grant(WatchedPipeline pipeline, Predicate<AclBinding> which) throws Exception {
        List<AclBinding> rights = PipelineAcls.of(GuardedKafka.PRINCIPAL, RunningPipeline.APPLICATION_ID);
        try (Admin admin = pipeline.admin()) {
            admin.createAcls(rights.stream().filter(which).toList()).all().get();
        }
    }

    /** Why it has stopped, when the operations port says that it has. */
    private static Diagnosis reasonToGiveUp(WatchedPipeline pipeline) {
        await().atMost(PATIENCE).until(() -> pipeline.pipeline().gaveUp().isPresent());
        Diagnosis why = pipeline.pipeline().gaveUp().orElseThrow();
        assertThat(why.cause()).isEqualTo(FailureCause.ACCESS_DENIED);
        await().atMost(PATIENCE).until(() -> pipeline.get("livez").statusCode() == 503);
        assertThat(pipeline.get("readyz").statusCode()).isEqualTo(503);
        assertThat(pipeline.get("readyz").body()).contains("it has given up", "Kafka");
        assertThat(pipeline.metric("onrecord_failures_total{cause=\"access_denied\"}")
                        .orElseThrow())
                .isPositive();
        return why;
    }

    private static void goesOn(WatchedPipeline pipeline) throws IOException {
        pipeline.watchAnew();
        pipeline.run();
        await().atMost(PATIENCE)
                .until(() -> pipeline.metric("onrecord_fact_records_total{status=\"reported\"}")
                                .orElseThrow()
                        > 0);
        await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 200);
        pipeline.drain();
    }
}
