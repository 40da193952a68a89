package org.onrecord.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.registry.AvroSerde;
import org.onrecord.stream.registry.RegistryClient;

/**
 * How a client writes and reads public values: with On Record's own serde unless its settings name another serializer or
 * deserializer, by Kafka's own names, or another serde, as the pipeline's do.
 */
final class ValueFormat {
    private final Map<String, Object> settings;

    /** @param settings of the client and of the registry */
    ValueFormat(Map<String, ?> settings) {
        this.settings = new HashMap<>(settings);
        // Confluent's plain deserializer gives generic records otherwise.
        this.settings.putIfAbsent("specific.avro.reader", "true");
    }

    <T extends SpecificRecord> Serializer<T> serializer(Class<T> type) {
        Optional<Serializer<T>> named = instance(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, Serializer.class);
        named.ifPresent(serializer -> serializer.configure(settings, false));
        return named.orElseGet(() -> serde(type).serializer());
    }

    <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type) {
        Optional<Deserializer<T>> named = instance(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, Deserializer.class);
        named.ifPresent(deserializer -> deserializer.configure(settings, false));
        return named.orElseGet(() -> serde(type).deserializer());
    }

    private <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        Optional<Serde<T>> named = instance(PipelineConfig.VALUE_SERDE, Serde.class);
        named.ifPresent(serde -> serde.configure(settings, false));
        return named.orElseGet(() -> AvroSerde.of(type, RegistryClient.of(settings)));
    }

    @SuppressWarnings("unchecked")
    private <S> Optional<S> instance(String setting, Class<? super S> kind) {
        Object name = settings.get(setting);
        if (name == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((S) Utils.newInstance(name.toString(), kind));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(setting + " names " + name + ", which is not on the class path", e);
        }
    }
}
