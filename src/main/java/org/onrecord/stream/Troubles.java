package org.onrecord.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Remembers the last failures of stream threads. Safe for use by several threads. */
final class Troubles {
    private static final int KEPT = 16;

    private final Deque<Trouble> last = new ArrayDeque<>();

    private record Trouble(Instant at, Diagnosis diagnosis) {}

    synchronized void add(Instant at, Diagnosis diagnosis) {
        last.addLast(new Trouble(at, diagnosis));
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** The newest, where there was more than one since {@code start}: one alone is repaired by a new thread. */
    synchronized Optional<Diagnosis> again(Instant now, Duration within) {
        Instant start = now.minus(within);
        long recent =
                last.stream().filter(trouble -> trouble.at().isAfter(start)).count();
        return recent < 2 ? Optional.empty() : Optional.of(last.getLast().diagnosis());
    }
}
