package org.onrecord.markup;

/** One line on its way to a terminal. */
final class StyledLine {
    private final boolean colour;
    private final StringBuilder text = new StringBuilder();
    private Style current = Style.PLAIN;
    private int columns;

    StyledLine(boolean colour) {
        this.colour = colour;
    }

    StyledLine spaces(int count) {
        text.append(" ".repeat(count));
        columns += count;
        return this;
    }

    void add(int character, int wide, Style style) {
        change(style);
        text.appendCodePoint(character);
        columns += wide;
    }

    int columns() {
        return columns;
    }

    /** The line, with no style left open at its end. */
    String end() {
        change(Style.PLAIN);
        return text.toString();
    }

    private void change(Style style) {
        if (colour && style != current) {
            text.append(current.end()).append(style.start());
            current = style;
        }
    }
}
