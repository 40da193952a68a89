package org.onrecord.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Marks as brackets. Where two marks cross, the inner one is closed and taken up again, so that brackets always nest.
 */
final class Brackets {
    private final StyledText text;
    private final Deque<Mark> open = new ArrayDeque<>();

    Brackets(StyledText text) {
        this.text = text;
    }

    /** Closes what ends before the piece and opens what begins with it. */
    void enter(Piece piece) {
        List<Mark> again = new ArrayList<>();
        while (!piece.marks().containsAll(open)) {
            Mark mark = open.pop();
            close(mark);
            if (piece.marks().contains(mark)) {
                again.add(0, mark);
            }
        }
        again.forEach(mark -> open(mark, true));
        for (Mark mark : piece.marks()) {
            if (!open.contains(mark)) {
                open(mark, !piece.opens(mark));
            }
        }
    }

    void closeAll() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    /** The numbers of a mark's claims, with an ellipsis when it takes a mention up again. */
    static String label(Mark mark) {
        return mark.claims().stream().map(String::valueOf).collect(Collectors.joining(","))
                + (mark.goesOn() ? "…" : "");
    }

    private void open(Mark mark, boolean again) {
        open.push(mark);
        String bracket =
                switch (mark.role()) {
                    case CONTENT -> "[";
                    case SOURCE -> "{";
                    case CUE -> "<";
                };
        text.append(bracket + label(mark) + (again && !mark.goesOn() ? "…" : "") + ": ", Style.PLAIN);
    }

    private void close(Mark mark) {
        text.append(
                switch (mark.role()) {
                    case CONTENT -> "]";
                    case SOURCE -> "}";
                    case CUE -> ">";
                },
                Style.PLAIN);
    }
}
