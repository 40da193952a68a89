package org.onrecord.markup;

import java.util.ArrayList;
import java.util.List;

/** Text of several styles, to be broken into lines. */
final class StyledText {
    private final List<Integer> characters = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();

    StyledText append(String text, Style style) {
        text.codePoints().forEach(c -> {
            characters.add(c);
            styles.add(style);
        });
        return this;
    }

    /**
     * Breaks the text at spaces; a word that is longer than a line is broken where the line ends. A run of spaces
     * counts as one.
     *
     * @param width columns of a line
     * @param indent columns left free before every line but the first
     * @param colour whether styles become escape sequences
     */
    List<String> lines(int width, int indent, boolean colour) {
        List<String> lines = new ArrayList<>();
        StyledLine line = new StyledLine(colour);
        for (int from = nextWord(0); from < characters.size(); ) {
            int to = wordEnd(from);
            int columns = columns(from, to);
            if (line.columns() > 0 && line.columns() + 1 + columns > width) {
                lines.add(line.end());
                line = new StyledLine(colour).spaces(indent);
            } else if (from > 0 && line.columns() > 0) {
                line.add(' ', 1, styles.get(from - 1));
            }
            for (int i = from; i < to; i++) {
                int wide = Columns.of(characters.get(i));
                if (line.columns() + wide > Math.max(width, indent + 2)) {
                    lines.add(line.end());
                    line = new StyledLine(colour).spaces(indent);
                }
                line.add(characters.get(i), wide, styles.get(i));
            }
            from = nextWord(to);
        }
        lines.add(line.end());
        return lines;
    }

    private int nextWord(int from) {
        int i = from;
        while (i < characters.size() && isSpace(i)) {
            i++;
        }
        return i;
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < characters.size() && !isSpace(i)) {
            i++;
        }
        return i;
    }

    private int columns(int from, int to) {
        return characters.subList(from, to).stream().mapToInt(Columns::of).sum();
    }

    /** A no-break space keeps its neighbours on one line. */
    private boolean isSpace(int i) {
        return Character.isWhitespace(characters.get(i));
    }
}
