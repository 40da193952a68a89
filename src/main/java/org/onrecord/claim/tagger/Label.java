package org.onrecord.claim.tagger;

import java.util.List;

/**
 * The states of the chain: parts begin and go on (B and I), words between the parts of one attribution remember which
 * side its cue is on. That a cue is to come, or was there, is all that a chain of first order can carry along; it is
 * what keeps content and source from being found without a cue.
 */
final class Label {
    static final int NONE = 0;
    static final int COUNT = 13;
    static final int BEFORE_CUE = 11;
    static final int AFTER_CUE = 12;

    private static final List<Role> PARTS =
            List.of(Role.SOURCE_BEFORE, Role.SOURCE_AFTER, Role.CUE, Role.CONTENT_BEFORE, Role.CONTENT_AFTER);

    private Label() {}

    /** The state of a word of a role that begins or goes on with a part. */
    static int of(Role role, boolean begins) {
        return switch (role) {
            case NONE -> NONE;
            case BEFORE_CUE -> BEFORE_CUE;
            case AFTER_CUE -> AFTER_CUE;
            case SOURCE_BEFORE, SOURCE_AFTER, CUE, CONTENT_BEFORE, CONTENT_AFTER ->
                1 + 2 * PARTS.indexOf(role) + (begins ? 0 : 1);
        };
    }

    static Role role(int label) {
        return switch (label) {
            case NONE -> Role.NONE;
            case BEFORE_CUE -> Role.BEFORE_CUE;
            case AFTER_CUE -> Role.AFTER_CUE;
            default -> PARTS.get((label - 1) / 2);
        };
    }

    static boolean goesOn(int label) {
        return label != NONE && label < BEFORE_CUE && label % 2 == 0;
    }

    static boolean begins(int label) {
        return label < BEFORE_CUE && label % 2 == 1;
    }

    /** Whether a state may follow another: what goes on must have begun. */
    static boolean follows(int before, int after) {
        return !goesOn(after) || before == after || before == after - 1;
    }

    static boolean starts(int label) {
        return label == NONE || begins(label);
    }
}
