package org.onrecord.stream;

import java.time.Duration;

/** Which match windows are remembered. */
final class Retention {
    private final long horizon;
    private final long grace;

    Retention(Duration horizon, Duration grace) {
        this.horizon = horizon.toMillis();
        this.grace = grace.toMillis();
    }

    long windowOf(long time) {
        return Math.floorDiv(time, horizon);
    }

    /**
     * The oldest window still remembered at event time {@code now}: the one before the oldest that an article can still
     * arrive in, since the two are compared.
     */
    long oldestWindow(long now) {
        return now == Long.MIN_VALUE ? Long.MIN_VALUE : oldestAccepted(now) - 1;
    }

    /** The oldest window that an article can still arrive in: two windows and the grace have not passed since. */
    long oldestAccepted(long now) {
        return now == Long.MIN_VALUE ? Long.MIN_VALUE : Math.floorDiv(now - grace, horizon) - 2;
    }

    boolean tooLate(long time, long now) {
        return windowOf(time) < oldestAccepted(now);
    }

    /** First millisecond of a window. */
    long startOf(long window) {
        return window * horizon;
    }
}
