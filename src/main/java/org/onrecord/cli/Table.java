package org.onrecord.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in aligned columns. Cells come from articles, so control characters never reach the terminal. */
final class Table {
    private final int maxWidth;
    private final List<String[]> rows = new ArrayList<>();

    Table(int maxWidth, String... header) {
        this.maxWidth = maxWidth;
        rows.add(header);
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(cell -> clean(String.valueOf(cell))).toArray(String[]::new));
    }

    void print(PrintWriter out) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i]);
                line.append(" ".repeat(widths[i] - row[i].codePointCount(0, row[i].length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }

    private String clean(String cell) {
        String text = cell.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return text.codePointCount(0, text.length()) <= maxWidth
                ? text
                : text.substring(0, text.offsetByCodePoints(0, maxWidth - 1)) + "…";
    }
}
