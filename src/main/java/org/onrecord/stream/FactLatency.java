package org.onrecord.stream;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;

/**
 * Tells, of each fact record that the broker has taken, how long after its article's append it was appended. Both times
 * are the broker's, so that no clock of ours can be wrong about it. The producer hands a record's headers back with the
 * acknowledgement since KIP-512. The transaction is committed within the commit interval after that.
 */
public final class FactLatency implements ProducerInterceptor<byte[], byte[]> {
    /** The setting that has the {@link Tally} to tell. */
    static final String TALLY = "onrecord.internal.tally";

    private Tally tally = Tally.NONE;

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(TALLY) instanceof Tally told) {
            tally = told;
        }
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception failure, Headers headers) {
        if (failure == null && metadata.topic().equals(Topics.FACTS) && metadata.hasTimestamp()) {
            Optional<String> appended = RecordHeaders.text(headers, RecordHeaders.ARTICLE_TIME);
            appended.ifPresent(time ->
                    tally.factAppended(Duration.ofMillis(Math.max(0, metadata.timestamp() - Long.parseLong(time)))));
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
