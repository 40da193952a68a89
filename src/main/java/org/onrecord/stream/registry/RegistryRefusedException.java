package org.onrecord.stream.registry;

import org.apache.kafka.common.KafkaException;

/**
 * The registry answered, and said no: credentials, an incompatible schema, an address that is no
 * registry's. Neither a record's fault nor cured by waiting: somebody has to change something.
 */
public final class RegistryRefusedException extends KafkaException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public RegistryRefusedException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
