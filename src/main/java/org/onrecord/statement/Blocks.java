package org.onrecord.statement;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the blocks of a sketch: what two true matches are likely to have in common. Each kind finds what the others
 * miss: the parts of meaning space that the sentence lies in, its rarest words, the most telling number, and where it
 * leans on its article the rarest words of that. A block may be large, for within it only the closest by
 * {@link Signature} are compared. {@code docs/benchmarks.md} has the figures.
 */
final class Blocks {
    private static final int CELLS = 4;
    private static final int TERMS = 4;
    private static final int TOPICS = 3;

    private Blocks() {}

    /** At least one, at most twelve; a function of the sketch and of nothing else. */
    static Set<String> of(Sketch sketch) {
        return of(sketch, CELLS, TERMS, TOPICS);
    }

    static Set<String> of(Sketch sketch, int cells, int terms, int topics) {
        Set<String> keys = new LinkedHashSet<>();
        Cells.nearest(sketch.embedding(), cells).forEach(cell -> keys.add("c:" + cell));
        rarest(sketch.lemmas(), terms).forEach(stem -> keys.add("w:" + stem));
        if (topics > 0) {
            List<String> topic = sketch.context().map(Sketch.Context::topic).orElse(List.of());
            rarest(topic, topics).forEach(stem -> keys.add("w:" + stem));
            sketch.quantities().stream()
                    .filter(Blocks::isTelling)
                    .max(Comparator.comparingInt(Slots::digits).thenComparing(Quantity::value))
                    .ifPresent(figure -> keys.add("q:" + figure.value().toPlainString()));
        }
        return keys;
    }

    private static boolean isTelling(Quantity quantity) {
        return Slots.digits(quantity) > 1 || quantity.value().compareTo(BigDecimal.TEN) > 0;
    }

    private static Stream<String> rarest(Collection<String> stems, int count) {
        return stems.stream()
                .distinct()
                .filter(Words::isTelling)
                .sorted(Comparator.<String>comparingInt(Words::weight)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count);
    }
}
