package org.onrecord.stream;

import java.time.Duration;

/**
 * When what is kept of an article or a statement expires: once its last event would be too late, were it to arrive, by
 * the state retention in place of the grace. A window counts as a whole, as it does for lateness.
 *
 * <p>Two things follow from that. Whether a revision comes after its article has expired is a matter of the two times
 * alone, not of when the revision arrives. And state outlives its expiry by as much as a revision may be late, since
 * one that is late but not too late must find what it would have found in time.
 */
final class Expiry {
    private final Retention accepted;
    private final Retention kept;
    private final long spareWindows;

    Expiry(PipelineConfig config) {
        accepted = new Retention(config.horizon(), config.grace());
        long horizon = config.horizon().toMillis();
        long beyondTwoWindows = config.stateRetention().toMillis() - 2 * horizon;
        kept = new Retention(config.horizon(), Duration.ofMillis(beyondTwoWindows));
        // An event that is accepted is in windowOf(now - grace) - 2 or later; it is beyond the retention of whatever
        // lies so many windows before that.
        spareWindows = 2 - Math.floorDiv(-beyondTwoWindows, horizon);
    }

    /** Whether what last happened at {@code last} has expired at {@code time}. */
    boolean expired(long last, long time) {
        return kept.tooLate(last, time);
    }

    /** The oldest window of which anything is still needed at event time {@code now}. */
    long oldestNeeded(long now) {
        long oldest = accepted.oldestAccepted(now);
        return oldest == Long.MIN_VALUE ? oldest : oldest - spareWindows;
    }

    long windowOf(long time) {
        return accepted.windowOf(time);
    }
}
