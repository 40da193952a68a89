package org.onrecord.claim;

/** How an article presents a claim's words. */
public enum ClaimKind {
    /** Quoted whole. */
    DIRECT,
    /** Reported in the outlet's words. */
    INDIRECT,
    /** Reported with quoted parts. */
    MIXED,
    /** Stated by the outlet itself. */
    OWN_VOICE
}
