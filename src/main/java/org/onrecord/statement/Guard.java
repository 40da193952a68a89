package org.onrecord.statement;

/** What forbids that two statements are one, however close their words are. */
public enum Guard {
    NONE("nothing forbids it"),
    ACTORS("other people, places or institutions"),
    DATES("other dates"),
    COUNTED("quantities of other things"),
    OUTCOME("outcomes that exclude each other"),
    ROLES("the same names with their roles swapped"),
    LITTLE("one says too little, and nothing of it is in the other"),
    CONTEXT("the articles tell different stories");

    private final String reason;

    Guard(String reason) {
        this.reason = reason;
    }

    /** In words for a person. */
    public String reason() {
        return reason;
    }
}
