package org.onrecord.stream;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.onrecord.article.Refusal;
import org.onrecord.article.RejectReason;
import org.onrecord.stream.ArticleEvent.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is refused to the topic of rejected articles, as it came, and counts it by reason. */
final class Rejections {
    private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

    private final ProcessorContext<Object, Object> context;
    private final String sink;
    private final Map<RejectReason, Sensor> counters = new EnumMap<>(RejectReason.class);

    Rejections(ProcessorContext<Object, Object> context, String sink) {
        this.context = context;
        this.sink = sink;
        for (RejectReason reason : RejectReason.values()) {
            counters.put(
                    reason,
                    context.metrics()
                            .addRateTotalSensor(
                                    "onrecord",
                                    context.taskId().toString(),
                                    "rejected-" + reason.name().toLowerCase(Locale.ROOT),
                                    Sensor.RecordingLevel.INFO));
        }
    }

    /** @param record key and value as they came */
    void reject(Record<?, ?> record, Position origin, Refusal refusal) {
        LOG.warn(
                "refused {}-{}@{}: {}: {}",
                origin.topic(),
                origin.partition(),
                origin.offset(),
                refusal.reason(),
                refusal.detail());
        counters.get(refusal.reason()).record();
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
