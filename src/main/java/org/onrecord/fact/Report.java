package org.onrecord.fact;

import java.math.BigDecimal;
import java.time.Instant;
import org.onrecord.statement.Quantity;

/**
 * A live claim that gives a value.
 *
 * @param value the one it means, of all that the fact has had
 * @param quantity the number in its words
 * @param authority whether its origin is named
 * @param carrier the publisher that had it first hand
 */
record Report(
        BigDecimal value, Quantity quantity, Occurrence occurrence, String origin, boolean authority, String carrier) {
    Instant at() {
        return occurrence.at();
    }
}
