package org.onrecord.stream.registry;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.onrecord.avro.TrustedClasses;

/**
 * Writes generated records in the Confluent wire format, under the subject {@code <topic>-value}.
 * One instance may serve any number of topics and threads. Configured by {@link RegistryClient}'s
 * keys.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final Map<Class<?>, DatumWriter<Object>> writers = new ConcurrentHashMap<>();
    private Optional<RegistryClient> registry = Optional.empty();
    private boolean isKey;

    /** To be configured before use. */
    public AvroSerializer() {
        TrustedClasses.install();
    }

    AvroSerializer(RegistryClient registry, boolean isKey) {
        this();
        attach(registry, isKey);
    }

    void attach(RegistryClient given, boolean forKeys) {
        registry = Optional.of(given);
        isKey = forKeys;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean forKeys) {
        attach(RegistryClient.of(configs), forKeys);
    }

    @Override
    public byte[] serialize(String topic, T value) {
        if (value == null) {
            return null;
        }
        Objects.requireNonNull(topic, "topic");
        Schema schema = value.getSchema();
        int id = registry.orElseThrow(() -> new IllegalStateException("call configure() before serialize()"))
                .id(WireFormat.subject(topic, isKey), schema);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try {
            DataOutputStream header = new DataOutputStream(bytes);
            header.writeByte(WireFormat.MAGIC);
            header.writeInt(id);
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            writer(value, schema).write(value, encoder);
            encoder.flush();
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            // Avro reports a missing required field with whichever of these its path happens to meet.
            throw new SerializationException(
                    "a " + schema.getFullName() + " for topic " + topic + " cannot be written: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private DatumWriter<Object> writer(T value, Schema schema) {
        return writers.computeIfAbsent(
                value.getClass(), type -> new SpecificDatumWriter<>(schema, SpecificData.getForClass(type)));
    }
}
