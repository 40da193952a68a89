package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.stream.FailureCause;
import picocli.CommandLine.TypeConversionException;

/** How lag and its options are written, and which code says why a pipeline ended. */
class LagFormTest {
    @Test
    void aSparklineIsAsHighAsItsGreatestNumberAndShowsTheLastOnes() {
        assertThat(Sparkline.of(List.of(0.0, 3.5, 7.0), 10)).isEqualTo("▁▅█");
        assertThat(Sparkline.of(List.of(9.0, 0.0, 1.0), 2)).isEqualTo("▁█");
        assertThat(Sparkline.of(List.of(0.0, 0.0), 5)).isEqualTo("▁▁");
        assertThat(Sparkline.of(List.of(), 5)).isEmpty();
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        DurationOption option = new DurationOption();

        assertThat(option.convert("60s")).isEqualTo(Duration.ofMinutes(1));
        assertThat(option.convert("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(option.convert("2h")).isEqualTo(Duration.ofHours(2));
        assertThatThrownBy(() -> option.convert("60"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("60s");
    }

    @Test
    void agesAreToldToThePrecisionThatMatters() {
        assertThat(LagTable.age(Duration.ofMillis(1_234))).isEqualTo("1.2s");
        assertThat(LagTable.age(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(LagTable.age(Duration.ofSeconds(125))).isEqualTo("2m 5s");
        assertThat(LagTable.age(Duration.ofMinutes(125))).isEqualTo("2h 5m");
        assertThat(LagTable.age(Duration.ofHours(50))).isEqualTo("2d 2h");
    }

    @Test
    void theExitCodeTellsWhyAPipelineEnded() {
        assertThat(RunCommand.exitCode(FailureCause.ACCESS_DENIED)).isEqualTo(3);
        assertThat(RunCommand.exitCode(FailureCause.TOPIC_WRONG)).isEqualTo(4);
        assertThat(RunCommand.exitCode(FailureCause.STATE_STORAGE)).isEqualTo(5);
        assertThat(Arrays.stream(FailureCause.values()).map(RunCommand::exitCode))
                .doesNotContain(0, 2);
    }

    @Test
    void theFormatOfTheLogIsKnownBeforeTheCommandLineIsParsed() {
        assertThat(LogFormat.of(new String[] {"run", "--log-format", "json"})).isEqualTo(LogFormat.JSON);
        assertThat(LogFormat.of(new String[] {"run", "--log-format=JSON"})).isEqualTo(LogFormat.JSON);
        assertThat(LogFormat.of(new String[] {"run"})).isEqualTo(LogFormat.TEXT);
    }
}
