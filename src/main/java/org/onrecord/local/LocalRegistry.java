package org.onrecord.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A schema registry on 127.0.0.1: Apicurio Registry as a child process, spoken to through its Confluent API.
 *
 * <p>It keeps schemas in memory, or in a file database when it is given a directory. The child ends with {@link #close},
 * with this process's shutdown, and when this process is killed.
 */
public final class LocalRegistry implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private final RegistryProcess process;
    private final int port;
    private final Optional<Path> temporary;
    private final Thread hook;
    private boolean closed;

    private LocalRegistry(RegistryProcess process, int port, Optional<Path> temporary) {
        this.process = process;
        this.port = port;
        this.temporary = temporary;
        this.hook = new Thread(this::close, "onrecord-registry-shutdown");
    }

    /**
     * Starts a registry and returns when it answers, in 2 to 9 seconds.
     *
     * @param port the port to listen on, or 0 for a free one
     * @param dataDir where it keeps its schemas; empty keeps them in memory
     * @throws LocalModeException when the port is taken, the registry's jar is missing, or it does not get ready; the
     *     message then ends with the end of its log
     */
    public static LocalRegistry start(int port, Optional<Path> dataDir) {
        Path jar = RegistryJar.locate();
        int registryPort = LoopbackPort.claim(port);
        Optional<Path> temporary = dataDir.isPresent() ? Optional.empty() : Optional.of(Directories.createTemporary());
        Path directory = Directories.create(dataDir.or(() -> temporary).orElseThrow());
        RegistryProcess process = RegistryProcess.start(jar, registryPort, directory, dataDir.isPresent());
        LocalRegistry registry = new LocalRegistry(process, registryPort, temporary);
        Runtime.getRuntime().addShutdownHook(registry.hook);
        try {
            registry.awaitReady(READY_LIMIT);
            return registry;
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** The base address of the Confluent API, to give to clients as {@code schema.registry.url}. */
    public String url() {
        return "http://" + LoopbackPort.HOST + ":" + port + "/apis/ccompat/v7";
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Ends the child process, within 5 seconds; a second call does nothing. */
    @Override
    public synchronized void close() {
        // Synchronized, so that a shutdown hook waits for a close that is under way.
        if (closed) {
            return;
        }
        closed = true;
        process.stop();
        temporary.ifPresent(Directories::delete);
        if (Thread.currentThread() != hook) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hooks are running; ours finds that there is nothing left to do.
        }
    }

    private void awaitReady(Duration limit) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(limit).build();
        HttpRequest probe = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long deadline = System.nanoTime() + limit.toNanos();
        while (!answers(client, probe)) {
            if (!process.isAlive()) {
                throw new LocalModeException(
                        "The schema registry ended while starting. Its log ends:\n" + process.logTail());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new LocalModeException("The schema registry was not ready within " + limit.toSeconds()
                        + " s; a busy machine may need another try. Its log ends:\n" + process.logTail());
            }
            pause();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest probe) {
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LocalModeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LocalModeException("Interrupted while the schema registry was starting.", e);
    }
}
