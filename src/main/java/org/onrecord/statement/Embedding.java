package org.onrecord.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A sentence's direction in meaning space, quantised to one signed byte a dimension. Immutable. */
public final class Embedding {
    /** Dimensions of every embedding. */
    public static final int SIZE = 384;

    /** Of a text that says nothing: as far from everything as can be. */
    public static final Embedding NONE = new Embedding(new byte[SIZE]);

    private final byte[] values;

    /**
     * @param values one byte a dimension; copied
     * @throws IllegalArgumentException if there are not {@link #SIZE} of them
     */
    public Embedding(byte[] values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("an embedding has " + SIZE + " values, not " + values.length);
        }
        this.values = values.clone();
    }

    /** Each vector is scaled by its own largest value, so that its bytes use the whole range. */
    static Embedding quantise(float[] vector) {
        float largest = 0;
        for (float v : vector) {
            largest = Math.max(largest, Math.abs(v));
        }
        byte[] bytes = new byte[SIZE];
        for (int i = 0; largest > 0 && i < SIZE; i++) {
            bytes[i] = (byte) Math.round(127 * vector[i] / largest);
        }
        return new Embedding(bytes);
    }

    /** Cosine in thousandths, -1000 to 1000; 0 where either is all zeros. */
    public int cosine(Embedding other) {
        long dot = 0;
        long mine = 0;
        long its = 0;
        for (int i = 0; i < SIZE; i++) {
            dot += values[i] * other.values[i];
            mine += values[i] * values[i];
            its += other.values[i] * other.values[i];
        }
        // The products stay below 2^47, where a double's root is exact enough to be the same everywhere.
        long norm = (long) StrictMath.sqrt((double) (mine * its));
        return norm == 0 ? 0 : (int) (1000 * dot / norm);
    }

    /**
     * As seen from the mean of all embeddings, in units that grow with its own length. These crowd into one direction,
     * so that seen from zero they hardly differ. All zeros if this is.
     */
    int[] centred() {
        long square = 0;
        for (byte value : values) {
            square += value * value;
        }
        int length = (int) StrictMath.sqrt((double) square);
        int[] centred = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            centred[i] = Mean.SCALE * values[i] - length * Mean.VALUES[i];
        }
        return centred;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[" + Integer.toHexString(hashCode()) + "]";
    }

    private static final class Mean {
        /** The mean is of embeddings of this length. */
        static final int SCALE = 10_000;

        static final int[] VALUES = load();

        private static int[] load() {
            try (InputStream in = Embedding.class.getResourceAsStream("embedding-mean.txt");
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .mapToInt(Integer::parseInt)
                        .toArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
