package org.onrecord.local;

/** Local mode could not start; the message says why and what to do about it. */
public final class LocalModeException extends RuntimeException {
    LocalModeException(String message) {
        super(message);
    }

    LocalModeException(String message, Throwable cause) {
        super(message, cause);
    }
}
