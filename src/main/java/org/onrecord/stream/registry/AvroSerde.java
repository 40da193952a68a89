package org.onrecord.stream.registry;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * {@link AvroSerializer} and {@link AvroDeserializer} over one registry client. Takes the same
 * configuration as {@code io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde}, which can be
 * named in its place where {@code onrecord.value.serde.class} is configured.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;

    /** To be configured before use. */
    public AvroSerde() {
        this.serializer = new AvroSerializer<>();
        this.deserializer = new AvroDeserializer<>();
    }

    private AvroSerde(RegistryClient registry, Class<T> type) {
        this.serializer = new AvroSerializer<>(registry, false);
        this.deserializer = new AvroDeserializer<>(registry, Optional.of(type));
    }

    /** A serde of values, ready for use, that reads records of one class only. */
    public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type, RegistryClient registry) {
        return new AvroSerde<>(registry, type);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        RegistryClient registry = RegistryClient.of(configs);
        serializer.attach(registry, isKey);
        deserializer.attach(registry);
        deserializer.expect(configs, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
