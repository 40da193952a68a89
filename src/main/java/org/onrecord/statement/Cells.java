package org.onrecord.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The parts into which the space of embeddings, seen from their mean, is cut: the cells around centres found by k-means (an inverted file:
 * Jégou, Douze and Schmid, "Product quantization for nearest neighbor search", 2011). {@code cells.md} beside the
 * centres says where they come from.
 */
final class Cells {
    /** One row of signed bytes a centre; all rows have the same length as vectors. */
    private static final byte[] CENTRES = load();

    private static final int COUNT = CENTRES.length / Embedding.SIZE;

    private record Near(int cell, long closeness) {}

    private Cells() {}

    /** The numbers of the {@code count} cells whose centres are nearest, nearest first. */
    static List<Integer> nearest(Embedding embedding, int count) {
        int[] centred = embedding.centred();
        List<Near> cells = new ArrayList<>(COUNT);
        for (int cell = 0; cell < COUNT; cell++) {
            long sum = 0;
            for (int i = 0; i < Embedding.SIZE; i++) {
                sum += (long) CENTRES[cell * Embedding.SIZE + i] * centred[i];
            }
            cells.add(new Near(cell, sum));
        }
        cells.sort(Comparator.comparingLong(Near::closeness).reversed().thenComparing(Near::cell));
        return cells.subList(0, count).stream().map(Near::cell).toList();
    }

    private static byte[] load() {
        try (InputStream in = Cells.class.getResourceAsStream("cells.bin")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
