package org.onrecord.claim;

/** How firmly a claim is put, the firmest first. */
public enum Modality {
    /** Stated as so. */
    FACT,
    /** Intended, offered, scheduled. */
    PLAN,
    /** Hedged: may, could, is said to consider. */
    POSSIBLE
}
