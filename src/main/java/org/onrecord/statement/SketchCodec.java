package org.onrecord.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.onrecord.avro.internal.SketchContext;
import org.onrecord.avro.internal.SketchQuantity;

/** Sketches as bytes, in Avro's single-object encoding. What comes back is equal to what went in. */
public final class SketchCodec {
    private SketchCodec() {}

    /** The sketch as bytes. */
    public static byte[] encode(Sketch sketch) {
        org.onrecord.avro.internal.Sketch avro = new org.onrecord.avro.internal.Sketch(
                sketch.text(),
                sketch.quantities().stream()
                        .map(q -> new SketchQuantity(q.value().toString(), q.unit(), q.hedged()))
                        .toList(),
                sketch.dates(),
                sketch.names(),
                sketch.lemmas(),
                sketch.negated(),
                ByteBuffer.wrap(sketch.embedding().toBytes()),
                sketch.context()
                        .map(context -> new SketchContext(context.names(), context.topic()))
                        .orElse(null));
        try {
            return bytes(org.onrecord.avro.internal.Sketch.getEncoder().encode(avro));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sketch that {@link #encode} made {@code bytes} of.
     *
     * @throws UncheckedIOException if they are not a sketch
     */
    public static Sketch decode(byte[] bytes) {
        org.onrecord.avro.internal.Sketch avro;
        try {
            avro = org.onrecord.avro.internal.Sketch.getDecoder().decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sketch(
                avro.getText(),
                avro.getQuantities().stream()
                        .map(q -> new Quantity(new BigDecimal(q.getValue()), q.getUnit(), q.getHedged()))
                        .toList(),
                avro.getDates(),
                avro.getNames(),
                avro.getLemmas(),
                avro.getNegated(),
                new Embedding(bytes(avro.getEmbedding())),
                Optional.ofNullable(avro.getContext())
                        .map(context -> new Sketch.Context(context.getNames(), context.getTopic())));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
