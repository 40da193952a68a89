package org.onrecord.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onrecord.claim.Stance;

/**
 * One live claim on a fact.
 *
 * @param source the source's canonical name; empty for the outlet's own voice
 * @param stance relative to the fact's statement, whatever the claim's own words assert or deny
 * @param text the claim's words
 * @param chain who handed it on to the outlet, the nearest first and whoever said it last; empty for what the outlet has
 *     of itself
 * @param origin the origin that the claim counts for
 */
public record Support(
        String claimId,
        String articleId,
        String outlet,
        Optional<String> source,
        Optional<String> via,
        Stance stance,
        String text,
        Instant publishedAt,
        List<String> chain,
        String origin) {
    public Support {
        chain = List.copyOf(chain);
    }
}
