package org.onrecord.statement;

import java.util.Set;

/**
 * A distinct normalised content within one match horizon.
 *
 * @param id hash of all that the sketch is a function of, and of the window
 * @param window {@code floor(time / horizon)} of the revision that carried it
 * @param sketch all that comparison needs
 * @param blocks keys of the blocks that it is compared in; at least one, bounded
 */
public record Statement(String id, long window, Sketch sketch, Set<String> blocks) {
    public Statement {
        blocks = Set.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a statement without a block would wait for ever: " + id);
        }
    }
}
