package org.onrecord.fact;

import java.time.Instant;
import java.util.Optional;
import org.onrecord.claim.Stance;

/**
 * One live claim on a fact.
 *
 * @param source the source's canonical name; empty for the outlet's own voice
 * @param stance relative to the fact's statement, whatever the claim's own words assert or deny
 * @param text the claim's words
 */
public record Support(
        String claimId,
        String articleId,
        String outlet,
        Optional<String> source,
        Optional<String> via,
        Stance stance,
        String text,
        Instant publishedAt) {}
