package org.onrecord.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker, which is its own KRaft controller, inside this process.
 *
 * <p>It is a real broker with real transactions, listening on 127.0.0.1 only. Its data stays in the directory given, so
 * that a second start on the same directory goes on where the first one stopped. For development, demonstrations and
 * tests: there is one replica of everything.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(20);

    private final KafkaRaftServer server;
    private final int port;
    private final int controllerPort;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(KafkaRaftServer server, int port, int controllerPort) {
        this.server = server;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * Starts a broker and returns when it takes requests, in 2 to 5 seconds.
     *
     * @param dataDir where the broker keeps its data; formatted when it is new
     * @param port the port to listen on, or 0 for a free one
     * @throws LocalModeException when the port is taken or the directory cannot be used
     */
    public static EmbeddedKafka start(Path dataDir, int port) {
        return start(dataDir, port, settings -> {});
    }

    /** The same, with more settings than local mode has. */
    public static EmbeddedKafka start(Path dataDir, int port, Consumer<Properties> more) {
        Path directory = Directories.create(dataDir);
        int brokerPort = LoopbackPort.claim(port);
        int controllerPort = LoopbackPort.claim(0);
        format(directory);
        Properties settings = BrokerSettings.of(directory, brokerPort, controllerPort);
        more.accept(settings);
        KafkaConfig config = KafkaConfig.fromProps(settings, /* doLog= */ false);
        try {
            KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, brokerPort, controllerPort);
        } catch (RuntimeException e) {
            throw new LocalModeException(
                    "The embedded Kafka broker did not start on " + directory
                            + ": see that no other process uses that directory, or give a new one.",
                    e);
        }
    }

    /** The address to give to clients as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    int port() {
        return port;
    }

    int controllerPort() {
        return controllerPort;
    }

    /** Stops the broker, within 20 seconds; a second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // A broker that waits for itself would keep the process for ever, so its shutdown has a limit.
        Thread shutdown = new Thread(server::shutdown, "onrecord-kafka-shutdown");
        shutdown.setDaemon(true);
        shutdown.start();
        try {
            shutdown.join(SHUTDOWN_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (shutdown.isAlive()) {
            log.warn(
                    "The embedded Kafka broker is still stopping after {} s; going on without it",
                    SHUTDOWN_LIMIT.toSeconds());
        }
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(directory.toString())
                    .setDirectories(List.of(directory.toString()))
                    .run();
        } catch (Exception e) {
            throw new LocalModeException(
                    "Cannot format " + directory + " for Kafka: give a directory that is empty or new.", e);
        }
    }
}
