package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class PipelineConfigTest {
    @Test
    void withoutSettingsTheDefaultsHold() {
        assertThat(PipelineConfig.of(Map.of()))
                .isEqualTo(new PipelineConfig(
                        Duration.ofDays(14),
                        Duration.ofDays(7),
                        Duration.ofDays(35),
                        4096,
                        1 << 20,
                        Optional.empty(),
                        false,
                        "org.onrecord.stream.registry.AvroSerde"));
    }

    @Test
    void everySettingIsMapped() {
        Map<String, String> settings = Map.of(
                PipelineConfig.HORIZON, "86400000",
                PipelineConfig.GRACE, "3600000",
                PipelineConfig.STATE_RETENTION, "259200000",
                PipelineConfig.BLOCK_CAP, "7",
                PipelineConfig.ARTICLE_MAX_BYTES, "1000",
                PipelineConfig.OUTLETS, "outlets.tsv",
                PipelineConfig.FACTS_EXPIRE, "true",
                PipelineConfig.VALUE_SERDE, "com.example.Serde");

        assertThat(PipelineConfig.of(settings))
                .isEqualTo(new PipelineConfig(
                        Duration.ofDays(1),
                        Duration.ofHours(1),
                        Duration.ofDays(3),
                        7,
                        1000,
                        Optional.of(Path.of("outlets.tsv")),
                        true,
                        "com.example.Serde"));
        assertThat(settings).containsOnlyKeys(PipelineConfig.DEFINITION.names());
    }

    @Test
    void aSettingOutOfRangeIsNamed() {
        assertThatThrownBy(() -> PipelineConfig.of(Map.of(PipelineConfig.BLOCK_CAP, "0")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(PipelineConfig.BLOCK_CAP);
    }

    @Test
    void stateIsKeptForTwoWindowsAndTheGraceAtLeast() {
        Map<String, String> settings = Map.of(
                PipelineConfig.HORIZON, "86400000",
                PipelineConfig.GRACE, "3600000");
        assertThat(PipelineConfig.of(settings).stateRetention()).isEqualTo(Duration.ofHours(49));

        Map<String, String> shorter = new java.util.HashMap<>(settings);
        shorter.put(PipelineConfig.STATE_RETENTION, "86400000");
        assertThatThrownBy(() -> PipelineConfig.of(shorter))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(PipelineConfig.STATE_RETENTION);
    }
}
