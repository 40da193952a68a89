package org.onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onrecord.serve.Health.Signs;

/** When a pipeline is live, and when it is ready. */
class HealthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void atWorkItIsLiveAndReady() {
        Health health = health(new Signs(State.RUNNING, true, Duration.ofDays(1), 0, 0, Optional.empty()));

        assertThat(health).isEqualTo(new Health(true, true, "running", java.util.List.of()));
    }

    @Test
    void aShortRebalanceIsNoReasonToTakeItAwayAndALongOneIs() {
        assertThat(health(rebalancing(true, 59, 0)).ready()).isTrue();
        assertThat(health(rebalancing(true, 61, 0)).ready()).isFalse();
        assertThat(health(rebalancing(true, 61, 0)).reasons()).containsExactly("it has been rebalancing for 61 s");
        assertThat(health(rebalancing(true, 61, 0)).live()).isTrue();
    }

    @Test
    void beforeItHasRunItIsNotReady() {
        assertThat(health(rebalancing(false, 1, 0)).reasons()).containsExactly("it is starting");
        assertThat(Health.waiting("there is no topic facts").ready()).isFalse();
        assertThat(Health.waiting("there is no topic facts").live()).isTrue();
    }

    @Test
    void whileItRestoresItIsNotReadyAndSaysHowMuchIsLeft() {
        Health health = health(rebalancing(true, 1, 1_200));

        assertThat(health.ready()).isFalse();
        assertThat(health.reasons())
                .containsExactly("it restores 3 stores from their changelogs; 1200 records are left");
    }

    @Test
    void withoutABrokerItIsNotReadyAfterAWhile() {
        Signs running = new Signs(State.RUNNING, true, Duration.ofDays(1), 0, 0, Optional.empty());

        assertThat(Health.of(running, Duration.ofSeconds(59), PATIENCE).ready()).isTrue();
        assertThat(Health.of(running, Duration.ofSeconds(75), PATIENCE).reasons())
                .containsExactly("Kafka has not answered for 75 s");
    }

    @Test
    void aFailureThatComesAgainAndAgainIsAReason() {
        Health health = health(new Signs(State.RUNNING, true, Duration.ofSeconds(1), 0, 0, Optional.of("no registry")));

        assertThat(health.ready()).isFalse();
        assertThat(health.live()).isTrue();
        assertThat(health.reasons()).containsExactly("no registry");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyWhatHasEndedIsNotLive(State state) {
        Health health = health(new Signs(state, true, Duration.ZERO, 0, 0, Optional.empty()));

        assertThat(health.live()).isEqualTo(state != State.ERROR && state != State.NOT_RUNNING);
    }

    private static Health health(Signs signs) {
        return Health.of(signs, Duration.ZERO, PATIENCE);
    }

    private static Signs rebalancing(boolean hasRun, int seconds, long restoring) {
        return new Signs(
                State.REBALANCING,
                hasRun,
                Duration.ofSeconds(seconds),
                restoring > 0 ? 3 : 0,
                restoring,
                Optional.empty());
    }
}
