package org.onrecord.statement;

/** How two statements stand to each other. All but {@link #NONE} link. */
public enum Relation {
    /** They say the same. */
    SAME,
    /** The same proposition with another quantity in the same slot. */
    VALUE,
    /** One negates or denies the other. */
    OPPOSITE,
    NONE
}
