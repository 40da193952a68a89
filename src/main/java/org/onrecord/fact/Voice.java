package org.onrecord.fact;

import org.onrecord.claim.Stance;

/**
 * A live claim seen from its fact.
 *
 * @param worded whether its words say what the fact says, rather than the opposite
 * @param stance relative to the fact's statement
 */
record Voice(Member member, Occurrence occurrence, boolean worded, Stance stance) {
    static Voice of(Member member, Occurrence occurrence, boolean worded) {
        boolean asserts = worded == (occurrence.stance() == Stance.ASSERTS);
        return new Voice(member, occurrence, worded, asserts ? Stance.ASSERTS : Stance.DENIES);
    }

    boolean asserts() {
        return stance == Stance.ASSERTS;
    }

    /** Whether it asserts the fact in words of its own, and not by denying the opposite. */
    boolean outright() {
        return worded && asserts();
    }
}
