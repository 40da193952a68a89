package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.onrecord.stream.LagHistory.Course;
import org.onrecord.stream.LagHistory.Progress;

/** Rates, and what they say. */
class LagHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final LagHistory history = new LagHistory(100);

    @Test
    void ratesAreOfTheLastMinuteAndTheRestOfTheWayFollowsFromThem() {
        take(0, 0, 100_000, 100_000, 0);
        take(60, 1_000, 100_400, 99_400, 30);
        take(120, 4_000, 101_000, 97_000, 40);

        Progress progress = only();

        assertThat(progress.inPerSecond()).hasValue(10);
        assertThat(progress.outPerSecond()).hasValue(50);
        assertThat(progress.catchUp()).contains(Duration.ofSeconds(97_000 / 40));
        assertThat(progress.course()).isEqualTo(Course.CATCHING_UP);
    }

    @Test
    void whatGrowsHasNoEnd() {
        take(0, 0, 100, 100, 5);
        take(10, 50, 200, 150, 12);

        assertThat(only().catchUp()).isEmpty();
        assertThat(only().course()).isEqualTo(Course.FALLING_BEHIND);
    }

    @Test
    void whatWaitsAWhileInWhichNothingIsDoneIsStalled() {
        take(0, 50, 100, 50, 5);
        take(10, 50, 100, 50, 15);

        assertThat(only().course()).isEqualTo(Course.STALLED);
        assertThat(only().outPerSecond()).hasValue(0);
    }

    @Test
    void whatHasJustComeIsNotStalledYet() {
        take(0, 100, 100, 0, 0);
        take(2, 100, 101, 1, 1);
        assertThat(only().course()).isEqualTo(Course.UNKNOWN);

        take(30, 100, 101, 1, 9);
        assertThat(only().course()).isEqualTo(Course.UNKNOWN);
    }

    @Test
    void whatKeepsUpIsSteady() {
        take(0, 0, 50, 50, 1);
        take(10, 1_000, 1_050, 50, 1);

        assertThat(only().course()).isEqualTo(Course.STEADY);
    }

    @Test
    void withoutLagThereIsNothingToCatchUpWith() {
        take(0, 90, 100, 10, 1);

        assertThat(only().course()).isEqualTo(Course.UNKNOWN);
        assertThat(only().inPerSecond()).isEmpty();

        take(10, 100, 100, 0, 0);

        assertThat(only().course()).isEqualTo(Course.UP_TO_DATE);
        assertThat(only().catchUp()).contains(Duration.ZERO);
    }

    @Test
    void aTopicThatWasMadeAnewHasNoRateYet() {
        take(0, 900, 1_000, 100, 1);
        take(10, 0, 10, 10, 1);

        assertThat(only().inPerSecond()).isEmpty();
    }

    @Test
    void onlySoManySnapshotsAreKept() {
        LagHistory two = new LagHistory(2);
        for (int second = 0; second < 5; second++) {
            two.add(snapshot(second, 0, 0, 0, 0));
        }

        assertThat(two.snapshots())
                .extracting(Lag.Snapshot::at)
                .containsExactly(NOON.plusSeconds(3), NOON.plusSeconds(4));
    }

    private Progress only() {
        List<Progress> progress = history.progress();
        assertThat(progress).hasSize(1);
        return progress.get(0);
    }

    private void take(int second, long done, long end, long waiting, int ageSeconds) {
        history.add(snapshot(second, done, end, waiting, ageSeconds));
    }

    private static Lag.Snapshot snapshot(int second, long done, long end, long waiting, int ageSeconds) {
        Instant at = NOON.plusSeconds(second);
        Optional<Instant> since = waiting == 0 ? Optional.empty() : Optional.of(at.minusSeconds(ageSeconds));
        return new Lag.Snapshot(
                at,
                List.of(new Lag.Partition(
                        new TopicPartition("articles.alpha", 0), done, end, 0, new Waiting(waiting, true, since))));
    }
}
