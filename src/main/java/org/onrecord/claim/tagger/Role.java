package org.onrecord.claim.tagger;

/** What a word is in an attribution. */
public enum Role {
    NONE,
    /** Names a source whose cue follows. */
    SOURCE_BEFORE,
    /** Names a source whose cue stands before. */
    SOURCE_AFTER,
    CUE,
    /** Content whose cue follows. */
    CONTENT_BEFORE,
    /** Content whose cue stands before. */
    CONTENT_AFTER,
    /** In no part of an attribution, but between parts whose cue is still to come. */
    BEFORE_CUE,
    /** In no part, but between a cue and a part that belongs to it. */
    AFTER_CUE;

    boolean isPart() {
        return this != NONE && !isGap();
    }

    boolean isGap() {
        return this == BEFORE_CUE || this == AFTER_CUE;
    }
}
