package org.onrecord.cli;

import org.onrecord.stream.RunningPipeline;
import picocli.CommandLine.Option;

/** Which pipeline is meant, for commands that speak of one and do not run it. */
final class ApplicationIdOption {
    @Option(
            names = "--application-id",
            paramLabel = "ID",
            defaultValue = RunningPipeline.APPLICATION_ID,
            description = "The pipeline's application id; by default ${DEFAULT-VALUE}.")
    private String applicationId;

    String value() {
        return applicationId;
    }
}
