package org.onrecord.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code onrecord config}: every setting there is. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description =
                "Prints every setting with its default and meaning, as Markdown; docs/configuration.md is its output.")
public final class ConfigCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ConfigurationReference.markdown());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
