package org.onrecord.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * Records of a partition that are not done.
 *
 * @param records how many a reader would get
 * @param exact whether they were counted; if not, the number is an estimate
 * @param since append time of the oldest; empty when there is none
 */
public record Waiting(long records, boolean exact, Optional<Instant> since) {
    static final Waiting NOTHING = new Waiting(0, true, Optional.empty());
}
