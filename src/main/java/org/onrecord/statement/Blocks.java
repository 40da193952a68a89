package org.onrecord.statement;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Chooses the blocks of a sketch: what two true matches are likely to have in common. Two kinds, of which each finds
 * what the other misses: the parts of meaning space that the sentence lies in, and its rarest words. A block may be
 * large, for within it only the closest by {@link Signature} are compared. {@code docs/benchmarks.md} has the figures.
 */
final class Blocks {
    private static final int CELLS = 4;
    private static final int TERMS = 4;
    /** A stem of less weight stands in more than one of fifty sentences. */
    private static final int TELLING = 40;

    private Blocks() {}

    /** At least one, at most {@value #CELLS} and {@value #TERMS}; a function of the sketch and of nothing else. */
    static Set<String> of(Sketch sketch) {
        return of(sketch, CELLS, TERMS);
    }

    static Set<String> of(Sketch sketch, int cells, int terms) {
        Set<String> keys = new LinkedHashSet<>();
        Cells.nearest(sketch.embedding(), cells).forEach(cell -> keys.add("c:" + cell));
        sketch.lemmas().stream()
                .distinct()
                .filter(stem -> Words.weight(stem) >= TELLING)
                .sorted(Comparator.<String>comparingInt(Words::weight)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(terms)
                .forEach(stem -> keys.add("w:" + stem));
        return keys;
    }
}
