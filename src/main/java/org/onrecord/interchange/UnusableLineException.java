package org.onrecord.interchange;

/** A line that cannot be read. Its message goes on from "line 7 of FILE" and says what to mend. */
public final class UnusableLineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnusableLineException(String message, Throwable cause) {
        super(message, cause);
    }
}
