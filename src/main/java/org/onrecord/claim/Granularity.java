package org.onrecord.claim;

/** How finely an article is read. */
public enum Granularity {
    /** One claim an attribution, with all that the source is given as saying there, and one a sentence else. */
    ATTRIBUTION,
    /** One claim a proposition: what may be the same in another article. */
    PROPOSITION
}
