package org.onrecord.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Chooses the blocks of a sketch: what two true matches are likely to have in common and few others have.
 *
 * <p>Three kinds: rare words by themselves, pairs of telling words, and bits of the embedding by random hyperplanes
 * (Charikar 2002).
 */
final class Blocks {
    private static final int TERMS = 8;
    private static final int MOST = 24;
    /** A stem of this weight stands in fewer than three of a thousand sentences. */
    private static final int ALONE = 60;

    private static final int BANDS = 6;
    private static final int BITS = 8;
    private static final byte[][] PLANES = planes();

    private Blocks() {}

    static Set<String> of(Sketch sketch) {
        Set<String> keys = new LinkedHashSet<>();
        for (int band = 0; band < BANDS; band++) {
            keys.add("e" + band + ':' + Integer.toHexString(code(sketch.embedding(), band)));
        }
        words(sketch, keys);
        return keys;
    }

    private static void words(Sketch sketch, Set<String> keys) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        sketch.lemmas().forEach(stem -> weights.put(stem, Words.weight(stem)));
        List<String> terms = weights.keySet().stream()
                .sorted(Comparator.<String>comparingInt(weights::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TERMS)
                .sorted()
                .toList();
        terms.stream().filter(term -> weights.get(term) >= ALONE).forEach(term -> keys.add("w:" + term));
        List<String> pairs = new ArrayList<>();
        Map<String, Integer> worth = new LinkedHashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            for (int j = i + 1; j < terms.size(); j++) {
                String key = "w:" + terms.get(i) + ' ' + terms.get(j);
                if (Math.max(weights.get(terms.get(i)), weights.get(terms.get(j))) < ALONE) {
                    pairs.add(key);
                    worth.put(key, weights.get(terms.get(i)) + weights.get(terms.get(j)));
                }
            }
        }
        pairs.stream()
                .sorted(Comparator.<String>comparingInt(worth::get).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(MOST - keys.size())
                .forEach(keys::add);
    }

    private static int code(Embedding embedding, int band) {
        int code = 0;
        for (int bit = 0; bit < BITS; bit++) {
            byte[] plane = PLANES[band * BITS + bit];
            int side = 0;
            for (int i = 0; i < Embedding.SIZE; i++) {
                side += plane[i] * embedding.value(i);
            }
            code = (code << 1) | (side >= 0 ? 1 : 0);
        }
        return code;
    }

    /** The generator is specified by Java to give the same numbers everywhere. */
    private static byte[][] planes() {
        Random random = new Random(20260524L);
        byte[][] planes = new byte[BANDS * BITS][Embedding.SIZE];
        for (byte[] plane : planes) {
            random.nextBytes(plane);
        }
        return planes;
    }
}
