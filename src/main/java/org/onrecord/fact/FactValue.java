package org.onrecord.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One value that a fact's quantity has or had.
 *
 * @param value a plain decimal number
 * @param unit unit or head noun
 * @param at when a live claim last gave it
 * @param origins who gave it, sorted
 */
public record FactValue(String value, Optional<String> unit, Instant at, ValueStanding standing, List<String> origins) {
    public FactValue {
        origins = List.copyOf(origins);
    }
}
