package org.onrecord.revision;

/** How a revision or withdrawal stands to what was known of its article. */
public enum Standing {
    /** The first that is known of the article. */
    NEW,
    /** A newer revision than any before it. */
    REVISED,
    /** Something newer had come before it. */
    OLDER,
    /** Known already. */
    UNCHANGED,
    /** A withdrawal that is newer than any revision. */
    WITHDRAWN
}
