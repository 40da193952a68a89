package org.onrecord.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The child process that Apicurio Registry runs in, and its log. */
final class RegistryProcess {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int TAIL_BYTES = 4096;

    private final Process process;
    private final Path log;

    private RegistryProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the process; it is not ready yet.
     *
     * @param directory its working directory, where its log and, when durable, its database go
     */
    static RegistryProcess start(Path jar, int port, Path directory, boolean durable) {
        Path log = directory.resolve("registry.log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command(jar, port, directory, durable))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // A developer's settings for another registry are not meant for this one.
            builder.environment().keySet().removeIf(k -> k.startsWith("QUARKUS_") || k.startsWith("APICURIO_"));
            return new RegistryProcess(builder.start(), log);
        } catch (IOException e) {
            throw new LocalModeException(
                    "Cannot start a Java process for the schema registry in " + directory + ".", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Ends the process: asks first, so that a database is closed in order, then insists. */
    void stop() {
        // Not process.destroy(): that closes the child's input as well, which says that the parent is gone.
        process.toHandle().destroy();
        try {
            if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** The end of what the process wrote, for an error message. */
    String logTail() {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(0, Files.size(log) - TAIL_BYTES));
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static List<String> command(Path jar, int port, Path directory, boolean durable) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Small and quick to start: it serves a handful of schemas.
        command.addAll(List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dquarkus.http.host=" + LoopbackPort.HOST);
        command.add("-Dquarkus.http.port=" + port);
        // Otherwise a management port would open on every address.
        command.add("-Dquarkus.management.enabled=false");
        command.add("-Dquarkus.management.host=" + LoopbackPort.HOST);
        command.add("-Dquarkus.management.port=0");
        command.add("-Dquarkus.http.access-log.enabled=false");
        if (durable) {
            // Without a delay, a schema whose id somebody holds is on disk.
            command.add("-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve("schemas") + ";WRITE_DELAY=0");
        }
        // Its manifest names its libraries; ours, beside it on the class path, would replace some of them.
        command.addAll(List.of("-cp", jar + System.getProperty("path.separator") + watchOnly(directory)));
        command.addAll(List.of(ParentWatch.class.getName(), RegistryJar.mainClass(jar)));
        return command;
    }

    /** A directory with {@link ParentWatch} and nothing else of ours. */
    private static Path watchOnly(Path directory) throws IOException {
        Path classes = directory.resolve("watch");
        String name = ParentWatch.class.getName().replace('.', '/') + ".class";
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream in = ParentWatch.class.getResourceAsStream("/" + name)) {
            Files.write(file, in.readAllBytes());
        }
        return classes;
    }
}
