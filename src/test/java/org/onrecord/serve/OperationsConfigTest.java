package org.onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.onrecord.stream.Endurance;

class OperationsConfigTest {
    @Test
    void withoutSettingsTheDefaultsHold() {
        assertThat(OperationsConfig.of(Map.of()))
                .isEqualTo(new OperationsConfig(
                        "127.0.0.1",
                        9404,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(1),
                        new Endurance(10, Duration.ofMinutes(10), Duration.ofSeconds(20))));
    }

    @Test
    void everySettingIsMapped() {
        Map<String, String> settings = Map.of(
                OperationsConfig.HOST, "0.0.0.0",
                OperationsConfig.PORT, "0",
                OperationsConfig.LAG_INTERVAL, "1000",
                OperationsConfig.UNREADY_AFTER, "2000",
                OperationsConfig.FAILURES, "3",
                OperationsConfig.FAILURE_WINDOW, "4000",
                OperationsConfig.STOP_WITHIN, "5000");

        assertThat(OperationsConfig.of(settings))
                .isEqualTo(new OperationsConfig(
                        "0.0.0.0",
                        0,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        new Endurance(3, Duration.ofSeconds(4), Duration.ofSeconds(5))));
        assertThat(settings).containsOnlyKeys(OperationsConfig.DEFINITION.names());
    }

    @Test
    void aSettingOutOfRangeIsNamed() {
        assertThatThrownBy(() -> OperationsConfig.of(Map.of(OperationsConfig.PORT, "70000")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(OperationsConfig.PORT);
    }
}
