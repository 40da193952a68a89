package org.onrecord.stream.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.onrecord.avro.TrustedClasses;

/**
 * Reads generated records from the Confluent wire format: the writer's schema comes from the
 * registry, the reader's is that of the generated class of the same full name. Bytes that cannot be
 * read throw {@link UnreadableRecordException}, whatever they are; a registry that cannot be asked
 * throws {@link RegistryUnavailableException}. One instance may serve any number of topics and
 * threads. Configured by {@link RegistryClient}'s keys, and optionally by {@code
 * specific.avro.value.type}, the one class that is expected.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    static final String VALUE_TYPE = "specific.avro.value.type";
    static final String KEY_TYPE = "specific.avro.key.type";
    /** A namespace from the registry must never choose among all the classes of the class path. */
    private static final String GENERATED = "org.onrecord.avro.";

    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private Optional<RegistryClient> registry = Optional.empty();
    private Optional<Class<T>> expected = Optional.empty();

    /** To be configured before use. */
    public AvroDeserializer() {
        TrustedClasses.install();
    }

    AvroDeserializer(RegistryClient registry, Optional<Class<T>> expected) {
        this();
        attach(registry);
        this.expected = expected;
    }

    void attach(RegistryClient given) {
        registry = Optional.of(given);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        attach(RegistryClient.of(configs));
        expect(configs, isKey);
    }

    void expect(Map<String, ?> configs, boolean isKey) {
        Object type = configs.get(isKey ? KEY_TYPE : VALUE_TYPE);
        if (type != null) {
            expected = Optional.of(generated(type instanceof Class<?> c ? c.getName() : type.toString()));
        }
    }

    @Override
    public T deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < WireFormat.HEADER_BYTES) {
            throw new UnreadableRecordException("a value of " + bytes.length + " bytes on " + topic
                    + " is too short for the wire format (magic byte 0, schema id)");
        }
        if (bytes[0] != WireFormat.MAGIC) {
            throw new UnreadableRecordException("a value on " + topic + " begins with byte " + (bytes[0] & 0xff)
                    + ", not 0; write it with an Avro serializer that uses a schema registry");
        }
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        DatumReader<T> reader = reader(topic, id);
        BoundedDecoder decoder =
                new BoundedDecoder(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES);
        try {
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UnreadableRecordException("a value on " + topic + " with schema id " + id
                        + " has bytes left after its record; it was written with another schema");
            }
            return value;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (e instanceof UnreadableRecordException unreadable) {
                throw unreadable;
            }
            // Hostile bytes make Avro throw nearly anything; none of it is worth a retry.
            throw new UnreadableRecordException(
                    "a value on " + topic + " is not what its schema id " + id + " says: " + e, e);
        }
    }

    private DatumReader<T> reader(String topic, int id) {
        DatumReader<T> known = readers.get(id);
        if (known != null) {
            return known;
        }
        RegistryClient client =
                registry.orElseThrow(() -> new IllegalStateException("call configure() before deserialize()"));
        Schema writer;
        try {
            writer = client.schema(id);
        } catch (UnknownSchemaException e) {
            throw new UnreadableRecordException(
                    "a value on " + topic + " has schema id " + id + ", which the registry does not know", e);
        }
        DatumReader<T> reader = reader(topic, id, writer);
        readers.put(id, reader);
        return reader;
    }

    private DatumReader<T> reader(String topic, int id, Schema writer) {
        Class<T> type;
        try {
            if (writer.getType() != Schema.Type.RECORD) {
                throw new ConfigException("it is a " + writer.getType().getName());
            }
            type = generated(writer.getFullName());
        } catch (ConfigException notOurs) {
            throw new UnreadableRecordException("a value on " + topic + " with schema id " + id + " is no record of "
                    + GENERATED + "*: " + notOurs.getMessage());
        }
        if (expected.isPresent() && !expected.get().equals(type)) {
            throw new UnreadableRecordException("a value on " + topic + " with schema id " + id + " is a "
                    + type.getSimpleName() + ", not a " + expected.get().getSimpleName());
        }
        SpecificData model = SpecificData.getForClass(type);
        try {
            return new SpecificDatumReader<>(writer, model.getSchema(type), model);
        } catch (AvroRuntimeException e) {
            throw new UnreadableRecordException(
                    "schema id " + id + " on " + topic + " cannot be read as " + type.getName(), e);
        }
    }

    @SuppressWarnings("unchecked") // A SpecificRecord; which one is what the caller's T promises.
    private Class<T> generated(String name) {
        if (name.startsWith(GENERATED)) {
            try {
                Class<?> type = Class.forName(name, true, AvroDeserializer.class.getClassLoader());
                if (SpecificRecord.class.isAssignableFrom(type)) {
                    return (Class<T>) type;
                }
            } catch (ClassNotFoundException | LinkageError unknown) {
                throw new ConfigException("there is no record " + name);
            }
        }
        throw new ConfigException("there is no record " + name);
    }
}
