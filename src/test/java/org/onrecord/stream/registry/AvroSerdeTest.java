package org.onrecord.stream.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.avro.Article;
import org.onrecord.avro.Fact;
import org.onrecord.local.LocalRegistry;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AvroSerdeTest {
    private static final String TOPIC = "articles.test";

    @TempDir
    static Path directory;

    private static LocalRegistry registry;

    private final RegistryClient client = client();
    private final AvroSerde<Article> serde = AvroSerde.of(Article.class, client);

    @BeforeAll
    static void start() {
        registry = LocalRegistry.start(0, Optional.of(directory));
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void whatIsWrittenIsReadBackInTheConfluentWireFormat() {
        byte[] bytes = write(TOPIC, article());

        assertThat(bytes[0]).isZero();
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        assertThat(id).isEqualTo(client.register(TOPIC + "-value", Article.getClassSchema()));
        assertThat(read(bytes)).isEqualTo(article());
    }

    @Test
    void aTombstoneIsNoBytes() {
        assertThat(write(TOPIC, null)).isNull();
        assertThat(read(null)).isNull();
    }

    @Test
    void anotherMagicByteIsNamedWithItsTopic() {
        byte[] bytes = write(TOPIC, article());
        bytes[0] = 1;

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining(TOPIC)
                .hasMessageContaining("byte 1");
    }

    @Test
    void aValueShorterThanItsHeaderIsUnreadable() {
        assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 1}))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("4 bytes on " + TOPIC);
    }

    @Test
    void aSchemaIdThatTheRegistryDoesNotKnowIsNamed() {
        byte[] bytes = write(TOPIC, article());
        ByteBuffer.wrap(bytes).putInt(1, 123_456);

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("123456");
    }

    @Test
    void everyTruncationIsUnreadableAndNamesTheSchema() {
        byte[] bytes = write(TOPIC, article());
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();

        for (int length = WireFormat.HEADER_BYTES; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(truncated))
                    .as("the first %d of %d bytes", length, bytes.length)
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageContaining("schema id " + id);
        }
    }

    @Test
    void bytesAfterTheRecordAreNotIgnored() {
        byte[] bytes = write(TOPIC, article());
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();

        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("schema id " + id)
                .hasMessageContaining("bytes left");
    }

    @Test
    void aRecordOfAnotherClassIsRefused() {
        byte[] bytes = write(TOPIC, article());

        assertThatThrownBy(() -> AvroSerde.of(Fact.class, client).deserializer().deserialize("facts", bytes))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("is a Article, not a Fact");
    }

    @Test
    void aWriterWithAnOlderSchemaIsRead() throws IOException {
        Schema older = SchemaBuilder.record("Article")
                .namespace("org.onrecord.avro")
                .fields()
                .requiredString("id")
                .requiredString("outlet")
                .name("publishedAt")
                .type(Article.getClassSchema().getField("publishedAt").schema())
                .noDefault()
                .requiredString("body")
                .endRecord();
        GenericData.Record record = new GenericData.Record(older);
        record.put("id", "old-1");
        record.put("outlet", "test");
        record.put("publishedAt", 1_000L);
        record.put("body", "The bridge is open.");

        Article read = read(encode(client.register("articles.old-value", older), older, record));

        assertThat(read.getId()).isEqualTo("old-1");
        assertThat(read.getPublishedAt()).isEqualTo(Instant.ofEpochMilli(1_000));
        assertThat(read.getHeadline()).isEmpty();
        assertThat(read.getLanguage()).isNull();
    }

    @Test
    void oneSerdeForTwoTopicsRegistersBothSubjects() throws Exception {
        write("articles.first", article());
        write("articles.second", article());

        HttpRequest subjects =
                HttpRequest.newBuilder(URI.create(registry.url() + "/subjects")).build();
        assertThat(HttpClient.newHttpClient()
                        .send(subjects, BodyHandlers.ofString())
                        .body())
                .contains("\"articles.first-value\"", "\"articles.second-value\"");
    }

    @Test
    void theSameSerdeWorksAgainWhenTheRegistryIsBack() {
        byte[] bytes = write(TOPIC, article());
        assertThat(read(bytes)).isEqualTo(article());
        AvroSerde<Article> fresh = AvroSerde.of(Article.class, client());
        int port = URI.create(registry.url()).getPort();
        registry.close();
        try {
            assertThat(read(bytes)).as("the schema is known already").isEqualTo(article());
            assertThatThrownBy(() -> fresh.deserializer().deserialize(TOPIC, bytes))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasRootCauseInstanceOf(IOException.class);
            assertThatThrownBy(() -> fresh.serializer().serialize("articles.later", article()))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("articles.later-value")
                    .hasMessageContaining("127.0.0.1:" + port);
        } finally {
            registry = LocalRegistry.start(port, Optional.of(directory));
        }

        assertThat(fresh.deserializer().deserialize(TOPIC, bytes)).isEqualTo(article());
        assertThat(fresh.serializer().serialize("articles.later", article())).startsWith(0);
    }

    private static RegistryClient client() {
        return RegistryClient.of(Map.of("schema.registry.url", registry.url(), "max.retries", 1, "retries.wait.ms", 1));
    }

    private byte[] write(String topic, Article article) {
        return serde.serializer().serialize(topic, article);
    }

    private Article read(byte[] bytes) {
        return serde.deserializer().deserialize(TOPIC, bytes);
    }

    private static byte[] encode(int id, Schema schema, GenericData.Record record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericData.Record>(schema).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Article article() {
        return Article.newBuilder()
                .setId("a-1")
                .setOutlet("test")
                .setHeadline("The bridge – open")
                .setPublishedAt(Instant.parse("2026-03-02T12:00:00Z"))
                .setBody("The Velden bridge opened on Monday.")
                .setLanguage("en")
                .build();
    }
}
