package org.onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.local.EmbeddedKafka;
import org.onrecord.stream.Diagnosis;
import org.onrecord.stream.FailureCause;
import org.onrecord.stream.SharedRocksDbMemory;
import org.rocksdb.Options;

/** A volume that is full stops the pipeline, which says so; with room again it goes on where it was. */
class FullVolumeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @BeforeEach
    void onlyWhereAVolumeCanBeMounted() throws IOException {
        assumeTrue(SmallVolume.canBeHad(directory), "a small volume cannot be mounted here (needs root)");
    }

    @Test
    void aStateVolumeThatFillsUpStopsThePipelineAndWithRoomItGoesOn() throws IOException {
        try (SmallVolume volume = SmallVolume.at(directory.resolve("state"), 256);
                WatchedPipeline pipeline = new WatchedPipeline(
                        directory,
                        Duration.ofSeconds(2),
                        EmbeddedKafka.start(directory.resolve("kafka"), 0),
                        Map.of(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SoonWritten.class))) {
            pipeline.watch();
            pipeline.run();
            pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
            pipeline.drain();
            assertThat(pipeline.metric("onrecord_state_dir_free_bytes").orElseThrow())
                    .isPositive();

            volume.fill();
            assertThat(pipeline.metric("onrecord_state_dir_free_bytes").orElseThrow())
                    .isZero();
            for (int i = 1; pipeline.pipeline().gaveUp().isEmpty(); i++) {
                assertThat(i).as("articles until it is noticed").isLessThan(1_000);
                pipeline.publish("ferry-" + i, "The Ander ferry carried " + (900 + i) + " cars to Port " + i + ".");
            }

            Diagnosis why = pipeline.pipeline().gaveUp().orElseThrow();
            assertThat(why.cause()).isEqualTo(FailureCause.STATE_STORAGE);
            assertThat(why.message()).contains("--state-dir", "full", "No space left");
            await().atMost(PATIENCE).until(() -> pipeline.get("livez").statusCode() == 503);
            assertThat(pipeline.get("readyz").body()).contains("it has given up", "--state-dir");
            assertThat(pipeline.metric("onrecord_failures_total{cause=\"state_storage\"}")
                            .orElseThrow())
                    .isPositive();
            pipeline.stopPipeline();

            volume.makeRoom();
            pipeline.watchAnew();
            pipeline.run();
            pipeline.drain();
            await().atMost(PATIENCE).until(() -> pipeline.get("readyz").statusCode() == 200);
            assertThat(pipeline.metric("onrecord_fact_records_total{status=\"reported\"}")
                            .orElseThrow())
                    .isPositive();
        }
    }

    /** As in a pipeline, with memtables so small that a few dozen articles are written to the disk. */
    public static final class SoonWritten implements RocksDBConfigSetter {
        private final RocksDBConfigSetter standard = new SharedRocksDbMemory();

        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            standard.setConfig(storeName, options, configs);
            options.setWriteBufferSize(64 << 10);
        }

        @Override
        public void close(String storeName, Options options) {
            standard.close(storeName, options);
        }
    }
}
