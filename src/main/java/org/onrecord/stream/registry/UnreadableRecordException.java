package org.onrecord.stream.registry;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes of a record cannot be read, now or later: they are to be set aside. Contrast {@link
 * RegistryUnavailableException}, after which the same bytes may well be readable.
 */
public final class UnreadableRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecordException(String message) {
        super(message);
    }

    public UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
