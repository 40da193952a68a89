package org.onrecord.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.onrecord.article.Admission;
import org.onrecord.article.Article;
import org.onrecord.article.Refusal;
import org.onrecord.article.RejectReason;
import org.onrecord.stream.ArticleEvent.Position;

/** INTAKE: the only reader of the outlets' topics. Stateless: a new outlet may bring any number of partitions. */
final class IntakeProcessor implements Processor<byte[], byte[], Object, Object> {
    private final Admission admission;
    private final Deserializer<org.onrecord.avro.Article> deserializer;
    private final int maxBytes;
    private final Tally tally;
    private ProcessorContext<Object, Object> context;
    private Rejections rejections;

    IntakeProcessor(
            Admission admission, Deserializer<org.onrecord.avro.Article> deserializer, int maxBytes, Tally tally) {
        this.admission = admission;
        this.deserializer = deserializer;
        this.maxBytes = maxBytes;
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<Object, Object> newContext) {
        context = newContext;
        rejections = new Rejections(newContext, Names.INTAKE_REJECTED_SINK, tally);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        Position origin = new Position(metadata.topic(), metadata.partition(), metadata.offset());
        AtWork.on(record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8));
        try {
            ArticleEvent event = read(record, origin);
            Record<Object, Object> accepted = new Record<>(event.key(), event, record.timestamp(), record.headers());
            RecordHeaders.put(accepted.headers(), RecordHeaders.ARTICLE_TIME, Long.toString(record.timestamp()));
            RecordHeaders.put(accepted.headers(), RecordHeaders.ARTICLE, event.articleId());
            context.forward(accepted, Names.ARTICLES_SINK);
        } catch (RefusedException e) {
            rejections.reject(record, origin, e.refusal);
        }
        AtWork.done();
    }

    private ArticleEvent read(Record<byte[], byte[]> record, Position origin) {
        String outlet = Topics.outletOf(origin.topic());
        Optional<String> key =
                Optional.ofNullable(record.key()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        byte[] value = record.value();
        if (value == null) {
            String id = key.filter(text -> !text.isBlank())
                    .orElseThrow(() -> refused(
                            RejectReason.MISSING_ID,
                            "a null value withdraws the article that its key names; it has no key"));
            return new ArticleEvent(id, outlet, Optional.empty(), withdrawnAt(record), origin, Optional.empty());
        }
        if (value.length > maxBytes) {
            throw refused(
                    RejectReason.TOO_LARGE,
                    "the record has " + value.length + " bytes; " + PipelineConfig.ARTICLE_MAX_BYTES + " is "
                            + maxBytes);
        }
        org.onrecord.avro.Article avro = decode(origin.topic(), value);
        Article article = ArticleMapping.fromAvro(avro);
        Optional<Refusal> refusal = admission.check(outlet, key, article, Optional.ofNullable(avro.getLanguage()));
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
        return new ArticleEvent(
                article.id(), outlet, Optional.of(article), article.updatedAt(), origin, Optional.of(value));
    }

    private static Instant withdrawnAt(Record<byte[], byte[]> record) {
        Optional<String> header = RecordHeaders.text(record.headers(), RecordHeaders.UPDATED_AT);
        try {
            return header.map(Instant::parse).orElse(Instant.ofEpochMilli(record.timestamp()));
        } catch (DateTimeParseException e) {
            throw refused(
                    RejectReason.UNREADABLE,
                    "header " + RecordHeaders.UPDATED_AT + " is not an ISO 8601 time such as 2026-01-31T12:00:00Z");
        }
    }

    private org.onrecord.avro.Article decode(String topic, byte[] value) {
        if (value.length > 0 && value[0] == '{') {
            throw refused(
                    RejectReason.PLAIN_JSON,
                    "the value is JSON text: send Avro in the Confluent wire format, or use 'onrecord produce'");
        }
        try {
            return deserializer.deserialize(topic, value);
        } catch (SerializationException e) {
            if (Transience.isTransient(e)) {
                throw e; // the record is taken again when the registry is back
            }
            throw refused(RejectReason.UNREADABLE, e.getMessage());
        }
    }

    private static RefusedException refused(RejectReason reason, String detail) {
        return new RefusedException(new Refusal(reason, detail));
    }

    /** Leaves {@link #read} by the short way. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        RefusedException(Refusal refusal) {
            super(refusal.detail(), null, false, false);
            this.refusal = refusal;
        }
    }
}
