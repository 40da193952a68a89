package org.onrecord.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onrecord.claim.Modality;

/**
 * What stands now, and who stands behind it.
 *
 * @param factId the id of the statement that leads it
 * @param statement the clearest live wording
 * @param modality the firmest of the claims that {@code origins} stand behind
 * @param value the current value as a plain decimal number; empty for facts without one
 * @param unit unit or head noun of {@code value}
 * @param values current first, then rivals, then earlier ones, newest first; at most {@value FactBuilder#LISTED}
 * @param origins independent origins of the live claims that assert the current value, sorted
 * @param carriers the outlets that carry what {@code origins} stand behind, by name, sorted; at most
 *     {@link FactBuilder#LISTED}
 * @param carrierCount how many outlets those are
 * @param confidence how well the fact is founded, see {@link Confidence}
 * @param deniedBy origins of the live claims that deny the fact, sorted
 * @param support live claims, newest first, at most {@value FactBuilder#LISTED}
 * @param supportCount how many live claims there are
 * @param aliases ids of the other members, sorted, at most {@value FactBuilder#LISTED}
 * @param aliasCount how many other members there are
 */
public record Fact(
        String factId,
        String statement,
        FactStatus status,
        Modality modality,
        Optional<String> value,
        Optional<String> unit,
        List<FactValue> values,
        List<String> origins,
        List<String> carriers,
        int carrierCount,
        double confidence,
        List<String> deniedBy,
        List<Support> support,
        int supportCount,
        List<String> aliases,
        int aliasCount,
        Instant firstReportedAt,
        Instant lastReportedAt) {
    public Fact {
        values = List.copyOf(values);
        origins = List.copyOf(origins);
        carriers = List.copyOf(carriers);
        deniedBy = List.copyOf(deniedBy);
        support = List.copyOf(support);
        aliases = List.copyOf(aliases);
    }
}
