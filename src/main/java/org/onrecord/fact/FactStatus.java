package org.onrecord.fact;

/** How a fact stands. */
public enum FactStatus {
    /** One independent origin, or only denials. */
    REPORTED,
    /** Two independent origins or more, and nobody denies. */
    CORROBORATED,
    /** One origin denies what another asserts, or rivals keep to values of their own. */
    DISPUTED
}
