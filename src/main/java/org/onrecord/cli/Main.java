package org.onrecord.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code onrecord} command line. */
@Command(
        name = "onrecord",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Attributed claims and current facts from raw news articles, on Kafka Streams.",
        subcommands = {
            CompareCommand.class,
            ConfigCommand.class,
            TrainMatcherCommand.class,
            DemoCommand.class,
            ExtractCommand.class,
            FactsCommand.class,
            LagCommand.class,
            ProduceCommand.class,
            ReplayCommand.class,
            ResetCommand.class,
            RunCommand.class,
            TopicsCommand.class,
            TrainExtractorCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (!List.of(args).contains("run")) {
            // A command fails with one line of its own when the broker is away; whoever waits for it needs the log.
            System.setProperty("onrecord.network.log.level", System.getProperty("onrecord.log.level", "off"));
        }
        LogFormat.of(args).apply();
        System.exit(commandLine().execute(args));
    }

    /** Exit codes: 0 done, 1 failed while running, 2 wrong usage or unusable input. */
    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }
}
