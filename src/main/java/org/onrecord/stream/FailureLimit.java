package org.onrecord.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Says when enough is enough: so many failures within a time. Safe for use by several threads. */
final class FailureLimit {
    private final int most;
    private final Duration window;
    private final Deque<Instant> recent = new ArrayDeque<>();

    FailureLimit(Endurance endurance) {
        this.most = endurance.failures();
        this.window = endurance.window();
    }

    /** Takes a failure down; says whether it may be borne. */
    synchronized boolean bears(Instant failure) {
        while (!recent.isEmpty() && recent.peekFirst().isBefore(failure.minus(window))) {
            recent.removeFirst();
        }
        recent.addLast(failure);
        return recent.size() <= most;
    }
}
