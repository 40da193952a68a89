package org.onrecord.stream.registry;

import org.apache.kafka.common.errors.RetriableException;

/** No registry answered, for as long as the retries lasted. Nothing is wrong with the record: try again. */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
