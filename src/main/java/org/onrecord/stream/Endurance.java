package org.onrecord.stream;

import java.time.Duration;

/**
 * How much a pipeline bears before it stops by itself, and how long stopping may take.
 *
 * @param failures so many stream threads that fail within {@code window} are replaced; one more stops the pipeline. A
 *     broker or registry that is away does not count: it is waited for. State that cannot be kept stops it at once
 * @param stopWithin how long a stop may take
 */
public record Endurance(int failures, Duration window, Duration stopWithin) {
    /** What holds unless told otherwise. */
    public static final Endurance STANDARD = new Endurance(10, Duration.ofMinutes(10), Duration.ofSeconds(20));

    public Endurance {
        if (failures < 0 || window.isNegative() || stopWithin.isNegative()) {
            throw new IllegalArgumentException("endurance must not be negative");
        }
    }
}
