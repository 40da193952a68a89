package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.onrecord.avro.Article;
import org.onrecord.avro.Fact;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.registry.AvroDeserializer;
import org.onrecord.stream.registry.AvroSerializer;

/** Kafka's own classes stand for those that a user may have. */
class ValueFormatTest {
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "http://127.0.0.1:1");

    @Test
    void withoutAWordItIsOurs() {
        ValueFormat format = new ValueFormat(REGISTRY);

        assertThat((Object) format.serializer(Article.class)).isInstanceOf(AvroSerializer.class);
        assertThat((Object) format.deserializer(Fact.class)).isInstanceOf(AvroDeserializer.class);
    }

    @Test
    void aSerdeTakesItsPlaceByName() {
        ValueFormat format = new ValueFormat(Map.of(PipelineConfig.VALUE_SERDE, Serdes.StringSerde.class.getName()));

        assertThat((Object) format.serializer(Article.class)).isInstanceOf(StringSerializer.class);
        assertThat((Object) format.deserializer(Fact.class)).isInstanceOf(StringDeserializer.class);
    }

    @Test
    void aPlainSerializerAndDeserializerTakeItsPlaceByName() {
        ValueFormat format = new ValueFormat(Map.of(
                "value.serializer", StringSerializer.class.getName(),
                "value.deserializer", StringDeserializer.class.getName()));

        assertThat((Object) format.serializer(Article.class)).isInstanceOf(StringSerializer.class);
        assertThat((Object) format.deserializer(Fact.class)).isInstanceOf(StringDeserializer.class);
    }

    @Test
    void aClassThatIsNotThereIsNamedWithItsSetting() {
        ValueFormat format = new ValueFormat(Map.of("value.serializer", "com.example.Missing"));

        assertThatThrownBy(() -> format.serializer(Article.class))
                .hasMessageContaining("value.serializer names com.example.Missing");
    }
}
