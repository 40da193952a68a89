package org.onrecord.article;

/** Why a record was refused. Each has a counter, and rejected records carry its name in their headers. */
public enum RejectReason {
    /** Wrong magic byte, unknown schema id, truncated, or not an article. */
    UNREADABLE,
    /** JSON text where the Confluent wire format is expected. */
    PLAIN_JSON,
    /** Larger than the size cap. */
    TOO_LARGE,
    MISSING_ID,
    MISSING_OUTLET,
    MISSING_BODY,
    /** The record's key is not the article's id. */
    KEY_MISMATCH,
    /** The article's outlet is not the one that its topic is named after. */
    OUTLET_MISMATCH,
    /** In a language other than English. */
    NOT_ENGLISH,
    /** Dated earlier than what resolution still remembers. */
    TOO_LATE,
    /** A revision or withdrawal so long after its article's last event that nothing is kept of it any more. */
    EXPIRED
}
