package org.onrecord.statement;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * On which side of the mean an embedding lies in each dimension: enough to tell at the cost of a few instructions which
 * of many statements are worth a comparison. How many signs differ estimates the angle between two embeddings seen from
 * their mean (Charikar 2002). Immutable.
 */
public final class Signature {
    /** Bytes of a signature. */
    public static final int SIZE = Embedding.SIZE / Byte.SIZE;

    private final long[] bits;

    private Signature(long[] bits) {
        this.bits = bits;
    }

    /** The signature of a sketch: a function of its embedding alone. */
    public static Signature of(Sketch sketch) {
        int[] centred = sketch.embedding().centred();
        long[] bits = new long[Embedding.SIZE / Long.SIZE];
        for (int i = 0; i < Embedding.SIZE; i++) {
            if (centred[i] > 0) {
                bits[i / Long.SIZE] |= 1L << (i % Long.SIZE);
            }
        }
        return new Signature(bits);
    }

    /**
     * The inverse of {@link #toBytes}.
     *
     * @throws IllegalArgumentException unless there are {@link #SIZE} bytes
     */
    public static Signature fromBytes(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a signature has " + SIZE + " bytes, not " + bytes.length);
        }
        long[] bits = new long[SIZE / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(bits);
        return new Signature(bits);
    }

    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.asLongBuffer().put(bits);
        return bytes.array();
    }

    /** How many signs differ, 0 to {@link Embedding#SIZE}; symmetric. */
    public int distance(Signature other) {
        int differing = 0;
        for (int i = 0; i < bits.length; i++) {
            differing += Long.bitCount(bits[i] ^ other.bits[i]);
        }
        return differing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
