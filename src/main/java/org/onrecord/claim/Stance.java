package org.onrecord.claim;

/** Whether words are put forward or denied. */
public enum Stance {
    ASSERTS,
    DENIES
}
