package org.onrecord.stream;

import org.apache.kafka.common.KafkaException;

/** Topics are not as the pipeline needs them, and it must not start: what it wrote could be lost or go astray. */
public final class WrongTopicsException extends KafkaException {
    private static final long serialVersionUID = 1L;

    public WrongTopicsException(String message) {
        super(message);
    }
}
