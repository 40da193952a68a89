package org.onrecord.revision;

/** A claim that some revision carried, and whether the newest does. */
public record TrackedClaim(CarriedClaim carried, boolean live) {
    /** Whether nobody could tell the two apart; a statement is all that its id hashes. */
    boolean looksLike(TrackedClaim other) {
        return live == other.live
                && carried.claim().equals(other.carried.claim())
                && carried.occurrence().equals(other.carried.occurrence())
                && carried.statement().id().equals(other.carried.statement().id());
    }
}
