package org.onrecord.serve;

import java.time.Instant;
import java.util.Optional;

/** What this process is. */
record About(String applicationId, String version, Instant started) {
    About(String applicationId) {
        this(
                applicationId,
                Optional.ofNullable(About.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                Instant.now());
    }
}
