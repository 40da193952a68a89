package org.onrecord.cli;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.ConfigException;
import org.onrecord.stream.Diagnosis;
import org.onrecord.stream.FailureCause;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Errors as one line that says what to do; the stack trace only with {@code --verbose}. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    /** Kafka's own words for these do not say what to do. */
    private static final Set<FailureCause> TOLD_BETTER =
            EnumSet.of(FailureCause.ACCESS_DENIED, FailureCause.TOPIC_WRONG, FailureCause.BROKER_STORAGE);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println("onrecord: " + oneLine(message(failure)));
        // The options are the command's own: an older command has no --verbose.
        if (parsed.hasMatchedOption("--verbose")) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        command.getErr()
                .println("onrecord: " + oneLine(failure.getMessage()) + " (see `"
                        + command.getCommandSpec().qualifiedName() + " --help`)");
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String message(Exception failure) {
        if (failure instanceof org.apache.kafka.common.errors.TimeoutException || failure instanceof TimeoutException) {
            return "Kafka did not answer in time; check that it runs and that --bootstrap-server is right ("
                    + failure.getMessage() + ")";
        }
        Diagnosis diagnosis = Diagnosis.of(failure);
        if (TOLD_BETTER.contains(diagnosis.cause())) {
            return diagnosis.message();
        }
        // A KafkaException often wraps what matters ("Failed to construct kafka consumer").
        Throwable cause = failure.getCause();
        String own = String.valueOf(failure.getMessage());
        if (own.startsWith("Failed to c") && cause != null && cause.getMessage() != null) {
            String advice = cause instanceof ConfigException ? "; check --bootstrap-server and --command-config" : "";
            return own + ": " + cause.getMessage() + advice;
        }
        return failure.getMessage() == null ? failure.toString() : own;
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
