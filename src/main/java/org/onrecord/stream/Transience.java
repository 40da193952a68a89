package org.onrecord.stream;

import java.io.IOException;
import org.apache.kafka.common.errors.RetriableException;
import org.onrecord.stream.registry.RegistryUnavailableException;
import org.onrecord.stream.registry.UnreadableRecordException;

/** Tells a failure that passes by itself from one that does not. */
final class Transience {
    private Transience() {}

    /** Whether a registry or broker that is away is to blame, whichever serde says so. */
    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableRecordException) {
                return false; // Avro says with an IOException, too, that bytes end too early.
            }
            if (cause instanceof IOException || cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    /** What to tell an operator: the registry's own account where it is to blame, else the deepest cause. */
    static String describe(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof RegistryUnavailableException)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
