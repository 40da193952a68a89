package org.onrecord.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.onrecord.stream.Parts;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.RunningPipeline;
import org.onrecord.stream.TopicProvisioner;
import org.onrecord.stream.Topics;
import picocli.CommandLine.Command;
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
            "Settings of Kafka Streams and of On Record (onrecord.*) go into the file of --command-config."
        })
public final class RunCommand implements Callable<Integer> {
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

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

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> properties = properties();
        awaitTopics();
        RunningPipeline pipeline = RunningPipeline.start(properties, Parts.standard(PipelineConfig.of(properties)));
        Thread hook = new Thread(pipeline::close, "onrecord-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        tell("running against " + properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) + "; Ctrl-C stops");
        while (!pipeline.awaitStopped(HEARTBEAT)) {
            if (pipeline.isRunning()) {
                beat();
            }
        }
        return 1; // stopped by itself; an interrupt ends the process before this
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(connection.registryConfig());
        properties.putAll(connection.clientConfig());
        // What suits a person at a terminal does not suit a process that waits for its broker.
        properties.remove(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);
        properties.remove(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG);
        properties.putIfAbsent(
                StreamsConfig.STATE_DIR_CONFIG,
                stateDir.map(Path::toString)
                        .or(() -> Optional.ofNullable(System.getenv("ONRECORD_STATE_DIR")))
                        .orElse("onrecord-state"));
        properties.putIfAbsent(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        return properties;
    }

    /** A broker or registry that is away at the start is waited for, and so are topics that are still to be made. */
    private void awaitTopics() throws InterruptedException {
        while (true) {
            String problem;
            try (var admin = connection.admin()) {
                new TopicProvisioner(admin, connection.registry()).require(Topics.INTERNAL);
                return;
            } catch (KafkaException | IllegalStateException e) {
                problem = Failures.oneLine(String.valueOf(e.getMessage()));
            }
            tell("waiting: " + problem);
            Thread.sleep(HEARTBEAT.toMillis());
        }
    }

    /** Shows whoever watches the file that the pipeline runs. */
    private static void beat() {
        String file = System.getenv("ONRECORD_LIVENESS_FILE");
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            Path path = Path.of(file);
            if (Files.notExists(path)) {
                Files.createFile(path);
            }
            Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException("ONRECORD_LIVENESS_FILE " + file + " cannot be written", e);
        }
    }

    private void tell(String message) {
        spec.commandLine().getErr().println("onrecord: " + message);
        spec.commandLine().getErr().flush();
    }
}
