package org.onrecord.claim;

/** What kind of source stands behind a claim. */
public enum SourceType {
    /** A named person. */
    PERSON,
    /** A named institution. */
    INSTITUTION,
    /** Somebody who is not named. */
    ANONYMOUS,
    DOCUMENT,
    /** Many people, or a poll of them. */
    CROWD,
    UNKNOWN
}
