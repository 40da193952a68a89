package org.onrecord.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.onrecord.avro.TrustedClasses;

/**
 * Values of the core in Avro's single-object encoding: two marker bytes, the schema's fingerprint, the record. It needs
 * no registry, so a registry that is away stops nobody from reading state or internal messages.
 *
 * @param <A> the generated class
 * @param <C> the core's type
 */
final class SingleObjectSerde<A extends SpecificRecord, C> implements Serde<C> {
    static {
        TrustedClasses.install();
    }

    private final BinaryMessageEncoder<A> encoder;
    private final BinaryMessageDecoder<A> decoder;
    private final Function<C, A> toAvro;
    private final Function<A, C> toCore;

    SingleObjectSerde(
            BinaryMessageEncoder<A> encoder,
            BinaryMessageDecoder<A> decoder,
            Function<C, A> toAvro,
            Function<A, C> toCore) {
        this.encoder = encoder;
        this.decoder = decoder;
        this.toAvro = toAvro;
        this.toCore = toCore;
    }

    @Override
    public Serializer<C> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    public Deserializer<C> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(topic, bytes);
    }

    private byte[] encode(C value) {
        try {
            ByteBuffer buffer = encoder.encode(toAvro.apply(value));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private C decode(String topic, byte[] bytes) {
        try {
            return toCore.apply(decoder.decode(bytes));
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("not one of On Record's own records on " + topic, e);
        }
    }
}
