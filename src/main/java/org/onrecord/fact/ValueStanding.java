package org.onrecord.fact;

/** The place of one value among those that a fact's quantity has had, in the order in which a fact lists them. */
public enum ValueStanding {
    /** Stands. */
    CURRENT,
    /** Another authority keeps to it. */
    RIVAL,
    /** Replaced by a later one. */
    EARLIER
}
