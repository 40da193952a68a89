package org.onrecord.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code onrecord} command line. */
@Command(
        name = "onrecord",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Attributed claims and current facts from raw news articles, on Kafka Streams.",
        subcommands = {CompareCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
