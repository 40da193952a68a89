package org.onrecord.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * All that On Record needs to run on one machine: an embedded broker and a schema registry, on 127.0.0.1 only.
 *
 * <p>A shutdown hook closes it when the process is interrupted. Close clients and streams before it: they would try to
 * reach the broker that has gone.
 */
public final class LocalMode implements AutoCloseable {
    /**
     * What may be chosen.
     *
     * @param kafkaPort the broker's port, 0 for a free one
     * @param registryPort the registry's port, 0 for a free one
     * @param dataDir where data stays for the next start; empty uses a temporary directory, removed on closing
     */
    public record Options(int kafkaPort, int registryPort, Optional<Path> dataDir) {
        public Options {
            requirePort("Kafka", kafkaPort);
            requirePort("registry", registryPort);
        }

        /** Free ports and a temporary directory. */
        public static Options temporary() {
            return new Options(0, 0, Optional.empty());
        }

        private static void requirePort(String whose, int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("The " + whose + " port " + port + " is not within 0 to 65535.");
            }
        }
    }

    private final EmbeddedKafka kafka;
    private final LocalRegistry registry;
    private final Path directory;
    private final Optional<Path> temporary;
    private final Thread hook = new Thread(this::close, "onrecord-local-shutdown");
    private Runnable first = () -> {};
    private boolean closed;

    private LocalMode(EmbeddedKafka kafka, LocalRegistry registry, Path directory, Optional<Path> temporary) {
        this.kafka = kafka;
        this.registry = registry;
        this.directory = directory;
        this.temporary = temporary;
    }

    /**
     * Starts both, at the same time, and returns when both are ready.
     *
     * @throws LocalModeException when one of them cannot start; nothing is left running then
     */
    public static LocalMode start(Options options) {
        Optional<Path> temporary =
                options.dataDir().isPresent() ? Optional.empty() : Optional.of(Directories.createTemporary());
        Path directory = options.dataDir().or(() -> temporary).orElseThrow();
        CompletableFuture<LocalRegistry> registry = CompletableFuture.supplyAsync(() ->
                LocalRegistry.start(options.registryPort(), options.dataDir().map(d -> d.resolve("registry"))));
        try {
            EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), options.kafkaPort());
            return withHook(kafka, registry, directory, temporary);
        } catch (RuntimeException e) {
            registry.thenAccept(LocalRegistry::close)
                    .exceptionally(also -> null)
                    .join();
            temporary.ifPresent(Directories::delete);
            throw e;
        }
    }

    /** The address to give to clients as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The address to give to clients as {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    /** Where data is kept; goes with {@link #close()} when it is temporary. */
    public Path directory() {
        return directory;
    }

    /** What to stop before the broker and the registry, when this is closed or the process interrupted. */
    public synchronized void closeFirst(Runnable dependent) {
        first = dependent;
    }

    /** Stops both and removes the temporary directory; a second call does nothing. */
    @Override
    public synchronized void close() {
        // Synchronized, so that a shutdown hook waits for a close that is under way.
        if (closed) {
            return;
        }
        closed = true;
        first.run();
        registry.close();
        kafka.close();
        temporary.ifPresent(Directories::delete);
        if (Thread.currentThread() != hook) {
            removeHook();
        }
    }

    Optional<Path> temporaryDirectory() {
        return temporary;
    }

    private static LocalMode withHook(
            EmbeddedKafka kafka, CompletableFuture<LocalRegistry> registry, Path directory, Optional<Path> temporary) {
        LocalMode local;
        try {
            local = new LocalMode(kafka, registry.join(), directory, temporary);
        } catch (CompletionException e) {
            kafka.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        Runtime.getRuntime().addShutdownHook(local.hook);
        return local;
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hooks are running; ours finds that there is nothing left to do.
        }
    }
}
