package org.onrecord.markup;

import java.util.List;
import java.util.Optional;

/**
 * A stretch of a line within which no mark begins or ends.
 *
 * @param start first UTF-16 index in the body, inclusive
 * @param end last UTF-16 index, exclusive
 * @param marks those that cover it, outermost first; none over words that no claim uses
 */
record Piece(int start, int end, List<Mark> marks) {
    Piece {
        marks = List.copyOf(marks);
    }

    /** The mark that gives the piece its look: the innermost. */
    Optional<Mark> innermost() {
        return marks.isEmpty() ? Optional.empty() : Optional.of(marks.get(marks.size() - 1));
    }

    /** Whether the piece begins a mark's stretch. */
    boolean opens(Mark mark) {
        return mark.start() == start;
    }
}
