package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.onrecord.serve.Operations;
import org.onrecord.serve.OperationsConfig;
import org.onrecord.stream.Diagnosis;
import org.onrecord.stream.FailureCause;
import org.onrecord.stream.Parts;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.Preflight;
import org.onrecord.stream.RunningPipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code onrecord run}: the pipeline against given brokers and a given registry. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the pipeline until it is interrupted. `onrecord topics` creates what it needs.",
            "Settings of Kafka Streams and of On Record (onrecord.*) go into the file of --command-config.",
            "The operations port has metrics, health, lag and a page about them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "1:gave up on failures that did not pass",
            "2:wrong usage or settings",
            "3:Kafka refused access",
            "4:a topic is not as it has to be",
            "5:state cannot be kept",
            "6:a stop took longer than onrecord.stop.timeout.ms",
            "130, 143:stopped in order by SIGINT, SIGTERM"
        })
public final class RunCommand implements Callable<Integer> {
    static final int ACCESS_DENIED = 3;
    static final int TOPIC_WRONG = 4;
    static final int STATE_STORAGE = 5;
    static final int STOP_TIMED_OUT = 6;

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where state is kept between starts; else $$ONRECORD_STATE_DIR, else ./onrecord-state.")
    private Optional<Path> stateDir = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1", description = "By default ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--operations-host",
            paramLabel = "ADDRESS",
            description = "Where the operations port listens; else $$ONRECORD_OPERATIONS_HOST, else loopback only.")
    private Optional<String> operationsHost = Optional.empty();

    @Option(
            names = "--operations-port",
            paramLabel = "PORT",
            description = "0 for any that is free; else $$ONRECORD_OPERATIONS_PORT, else 9404.")
    private Optional<Integer> operationsPort = Optional.empty();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "text or json, one object a line; else $$ONRECORD_LOG_FORMAT, else text.")
    private Optional<LogFormat> logFormat = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> properties = properties();
        try (Operations operations = Operations.start(properties)) {
            tell("metrics, health and lag at " + operations.url());
            awaitTopics(operations, applicationId(properties));
            return run(properties, operations);
        } catch (IOException | ConfigException e) {
            tell(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        } catch (KafkaException e) {
            Diagnosis diagnosis = Diagnosis.of(e);
            tell(diagnosis.message());
            return exitCode(diagnosis.cause());
        }
    }

    private int run(Map<String, Object> properties, Operations operations) throws InterruptedException {
        RunningPipeline pipeline = RunningPipeline.start(
                properties,
                Parts.standard(PipelineConfig.of(properties)),
                operations.tally(),
                operations.config().endurance());
        operations.watch(pipeline);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(pipeline), "onrecord-shutdown"));
        tell("running against " + properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) + "; Ctrl-C stops");
        boolean stopped = false;
        while (!stopped) {
            stopped = pipeline.awaitStopped(BETWEEN_LOOKS);
        }
        if (pipeline.wasAskedToStop()) {
            tell("stopped in order");
            return ExitCode.OK; // the signal's own code is the process's
        }
        Optional<Diagnosis> why = pipeline.gaveUp();
        tell("stopped: " + why.map(Diagnosis::message).orElse("Kafka Streams ended; see the log"));
        return exitCode(why.map(Diagnosis::cause).orElse(FailureCause.OTHER));
    }

    /** Whoever sent the signal must not wait for ever; what had not been committed is done again at the next start. */
    private static void stop(RunningPipeline pipeline) {
        if (!pipeline.stop()) {
            Runtime.getRuntime()
                    .halt(pipeline.gaveUp().map(why -> exitCode(why.cause())).orElse(STOP_TIMED_OUT));
        }
    }

    static int exitCode(FailureCause cause) {
        return switch (cause) {
            case ACCESS_DENIED -> ACCESS_DENIED;
            case TOPIC_WRONG -> TOPIC_WRONG;
            case STATE_STORAGE -> STATE_STORAGE;
            case BROKER_UNAVAILABLE, BROKER_STORAGE, REGISTRY_UNAVAILABLE, REGISTRY_REFUSED, RECORD, OTHER ->
                ExitCode.SOFTWARE;
        };
    }

    private static String applicationId(Map<String, Object> properties) {
        return properties
                .getOrDefault(StreamsConfig.APPLICATION_ID_CONFIG, RunningPipeline.APPLICATION_ID)
                .toString();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(connection.registryConfig());
        properties.putAll(connection.clientConfig());
        // What suits a person at a terminal does not suit a process that waits for its broker.
        properties.remove(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);
        properties.remove(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG);
        set(properties, StreamsConfig.STATE_DIR_CONFIG, stateDir, "ONRECORD_STATE_DIR");
        properties.putIfAbsent(StreamsConfig.STATE_DIR_CONFIG, "onrecord-state");
        set(properties, OperationsConfig.HOST, operationsHost, "ONRECORD_OPERATIONS_HOST");
        set(properties, OperationsConfig.PORT, operationsPort, "ONRECORD_OPERATIONS_PORT");
        properties.putIfAbsent(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        return properties;
    }

    /** An option comes before the file, the file before the environment. */
    private static void set(Map<String, Object> properties, String key, Optional<?> option, String variable) {
        option.ifPresent(value -> properties.put(key, value.toString()));
        Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .ifPresent(value -> properties.putIfAbsent(key, value));
    }

    /**
     * A broker or registry that is away at the start is waited for, and so are topics that are still to be made. Wrong
     * credentials and wrong topics are not: somebody has to change something.
     */
    private void awaitTopics(Operations operations, String applicationId) throws InterruptedException {
        while (true) {
            String problem;
            try (var admin = connection.admin()) {
                new Preflight(admin, connection.registry(), applicationId).check();
                return;
            } catch (KafkaException e) {
                Diagnosis diagnosis = Diagnosis.of(e);
                operations.tally().failed(diagnosis.cause());
                if (!diagnosis.passes()) {
                    throw e;
                }
                problem = diagnosis.message();
            } catch (IllegalStateException e) {
                problem = Failures.oneLine(String.valueOf(e.getMessage()));
            }
            operations.waitingFor(problem);
            tell("waiting: " + problem);
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void tell(String message) {
        if (logFormat.or(() -> Optional.of(LogFormat.of(new String[0]))).get() == LogFormat.JSON) {
            LOG.info("{}", message);
            return;
        }
        spec.commandLine().getErr().println("onrecord: " + message);
        spec.commandLine().getErr().flush();
    }
}
