package org.onrecord.stream.registry;

import org.apache.kafka.common.KafkaException;

/** The registry answered, and has no such schema, subject or setting. */
public final class UnknownSchemaException extends KafkaException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(message);
    }
}
