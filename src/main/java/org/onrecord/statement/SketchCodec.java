package org.onrecord.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.onrecord.avro.TrustedClasses;
import org.onrecord.avro.internal.SketchContext;
import org.onrecord.avro.internal.SketchEmbedding;
import org.onrecord.avro.internal.SketchQuantity;

/** Sketches to bytes and back: Avro single-object encoding. Safe to share between threads. */
public final class SketchCodec {
    static {
        TrustedClasses.install();
    }

    private SketchCodec() {}

    /** The bytes of {@code sketch}. */
    public static byte[] toBytes(Sketch sketch) {
        try {
            ByteBuffer buffer = org.onrecord.avro.internal.Sketch.getEncoder().encode(toAvro(sketch));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sketch that {@link #toBytes} wrote.
     *
     * @throws UncheckedIOException or {@link org.apache.avro.AvroRuntimeException} if these are not its bytes
     */
    public static Sketch fromBytes(byte[] bytes) {
        try {
            return fromAvro(org.onrecord.avro.internal.Sketch.getDecoder().decode(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a message that has a sketch as a field. */
    public static org.onrecord.avro.internal.Sketch toAvro(Sketch sketch) {
        return new org.onrecord.avro.internal.Sketch(
                sketch.text(),
                sketch.quantities().stream()
                        .map(q -> new SketchQuantity(q.value().toPlainString(), q.unit(), q.hedged(), q.former()))
                        .toList(),
                sketch.dates(),
                sketch.names(),
                sketch.lemmas(),
                sketch.negated(),
                sketch.speaker(),
                new SketchEmbedding(sketch.embedding().toBytes()),
                sketch.context()
                        .map(c -> new SketchContext(
                                c.names(),
                                c.topic(),
                                c.dates(),
                                new SketchEmbedding(c.embedding().toBytes())))
                        .orElse(null));
    }

    /** The inverse of {@link #toAvro}. */
    public static Sketch fromAvro(org.onrecord.avro.internal.Sketch avro) {
        return new Sketch(
                avro.getText(),
                avro.getQuantities().stream()
                        .map(q -> new Quantity(new BigDecimal(q.getValue()), q.getUnit(), q.getHedged(), q.getFormer()))
                        .toList(),
                avro.getDates(),
                avro.getNames(),
                avro.getLemmas(),
                avro.getNegated(),
                avro.getSpeaker(),
                new Embedding(avro.getEmbedding().bytes()),
                Optional.ofNullable(avro.getContext())
                        .map(c -> new Sketch.Context(
                                c.getNames(),
                                c.getTopic(),
                                c.getDates(),
                                new Embedding(c.getEmbedding().bytes()))));
    }
}
