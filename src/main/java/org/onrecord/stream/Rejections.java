package org.onrecord.stream;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.onrecord.article.Refusal;
import org.onrecord.stream.ArticleEvent.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is refused to the topic of rejected articles, as it came, and counts it by reason. */
final class Rejections {
    private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

    private final ProcessorContext<Object, Object> context;
    private final String sink;
    private final Tally tally;

    Rejections(ProcessorContext<Object, Object> context, String sink, Tally tally) {
        this.context = context;
        this.sink = sink;
        this.tally = tally;
    }

    /** @param record key and value as they came */
    void reject(Record<?, ?> record, Position origin, Refusal refusal) {
        LOG.atWarn()
                .addKeyValue("reason", refusal.reason())
                .addKeyValue("topic", origin.topic())
                .addKeyValue("partition", origin.partition())
                .addKeyValue("offset", origin.offset())
                .log(
                        "refused {}-{}@{}: {}: {}",
                        origin.topic(),
                        origin.partition(),
                        origin.offset(),
                        refusal.reason(),
                        refusal.detail());
        tally.rejected(refusal.reason());
        Record<Object, Object> rejected =
                new Record<>(record.key(), record.value(), record.timestamp(), record.headers());
        RecordHeaders.put(
                rejected.headers(), RecordHeaders.REASON, refusal.reason().name());
        RecordHeaders.put(rejected.headers(), RecordHeaders.DETAIL, refusal.detail());
        RecordHeaders.put(rejected.headers(), RecordHeaders.TOPIC, origin.topic());
        RecordHeaders.put(rejected.headers(), RecordHeaders.PARTITION, Integer.toString(origin.partition()));
        RecordHeaders.put(rejected.headers(), RecordHeaders.OFFSET, Long.toString(origin.offset()));
        context.forward(rejected, sink);
    }
}
