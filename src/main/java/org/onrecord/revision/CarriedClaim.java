package org.onrecord.revision;

import java.time.Instant;
import org.onrecord.claim.Claim;
import org.onrecord.fact.Occurrence;
import org.onrecord.statement.Statement;

/**
 * A claim that a revision carries.
 *
 * @param occurrence what the statement learns of it; has the claim's id, and its time is that of the earliest
 *     revision known to carry it
 */
public record CarriedClaim(Claim claim, Statement statement, Occurrence occurrence) {
    public String claimId() {
        return occurrence.claimId();
    }

    CarriedClaim noLaterThan(Instant other) {
        return other.isBefore(occurrence.at()) ? new CarriedClaim(claim, statement, occurrence.moved(other)) : this;
    }
}
