package org.onrecord.cli;

import java.util.List;

/** Numbers over time in one line of text, eight heights, the greatest of them the highest. */
final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** @param values oldest first; the last {@code width} are drawn */
    static String of(List<Double> values, int width) {
        List<Double> drawn = values.subList(Math.max(0, values.size() - width), values.size());
        double most = drawn.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        StringBuilder line = new StringBuilder();
        for (double value : drawn) {
            int height = most == 0 ? 0 : (int) Math.round(value / most * (BARS.length() - 1));
            line.append(BARS.charAt(height));
        }
        return line.toString();
    }
}
