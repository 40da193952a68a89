package org.onrecord.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Whether the process should be left alone, and whether it does its work.
 *
 * @param live whether there is a point in leaving it alone: it runs, or waits for somebody else
 * @param ready whether it takes records
 * @param state in one word
 * @param reasons why it is not ready
 */
record Health(boolean live, boolean ready, String state, List<String> reasons) {
    Health {
        reasons = List.copyOf(reasons);
    }

    /**
     * What can be seen of a pipeline.
     *
     * @param hasRun whether it has been running at any time
     * @param inState how long it has been in that state
     * @param restoring store partitions that are being restored
     * @param restoreRemaining records that this still takes
     * @param failing the account of a failure that comes again and again
     */
    record Signs(
            State state,
            boolean hasRun,
            Duration inState,
            int restoring,
            long restoreRemaining,
            Optional<String> failing) {}

    /** Before there is a pipeline: it waits for topics, a broker or the registry. */
    static Health waiting(String what) {
        return new Health(true, false, "waiting", List.of(what));
    }

    /**
     * Of a pipeline.
     *
     * @param brokerAway how long no broker has answered
     * @param patience how long a rebalance may take, and a broker be away
     */
    static Health of(Signs signs, Duration brokerAway, Duration patience) {
        List<String> reasons = new ArrayList<>();
        state(signs, patience).ifPresent(reasons::add);
        signs.failing().ifPresent(reasons::add);
        if (brokerAway.compareTo(patience) > 0) {
            reasons.add("Kafka has not answered for " + brokerAway.toSeconds() + " s");
        }
        boolean live = signs.state() != State.ERROR && signs.state() != State.NOT_RUNNING;
        return new Health(live, reasons.isEmpty(), Meters.label(signs.state()), reasons);
    }

    private static Optional<String> state(Signs signs, Duration patience) {
        return switch (signs.state()) {
            case RUNNING -> Optional.empty();
            case CREATED, REBALANCING -> starting(signs, patience);
            case PENDING_SHUTDOWN, NOT_RUNNING -> Optional.of("it is being stopped");
            case PENDING_ERROR, ERROR -> Optional.of("it has given up");
        };
    }

    private static Optional<String> starting(Signs signs, Duration patience) {
        if (signs.restoring() > 0) {
            return Optional.of("it restores " + signs.restoring() + " stores from their changelogs; "
                    + signs.restoreRemaining() + " records are left");
        }
        if (!signs.hasRun()) {
            return Optional.of("it is starting");
        }
        return signs.inState().compareTo(patience) > 0
                ? Optional.of("it has been rebalancing for " + signs.inState().toSeconds() + " s")
                : Optional.empty();
    }
}
