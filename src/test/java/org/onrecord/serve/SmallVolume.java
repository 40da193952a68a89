package org.onrecord.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own, in memory, small enough to be filled. Only root can have one, and not in every container. */
final class SmallVolume implements AutoCloseable {
    private static final byte[] CHUNK = new byte[64 << 10];

    private final Path directory;

    private SmallVolume(Path directory) {
        this.directory = directory;
    }

    /** Whether this machine lets us. */
    static boolean canBeHad(Path directory) throws IOException {
        Path trial = Files.createDirectories(directory.resolve("trial"));
        if (!succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", trial.toString())) {
            return false;
        }
        return succeeds("umount", trial.toString());
    }

    static SmallVolume at(Path directory, int megabytes) throws IOException {
        Files.createDirectories(directory);
        if (!succeeds("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString())) {
            throw new IOException("cannot mount a volume at " + directory);
        }
        return new SmallVolume(directory);
    }

    /** Leaves no room. */
    void fill() {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(CHUNK);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    /** Gives back what {@link #fill} took. */
    void makeRoom() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        // Lazily: a store that failed may still hold a file.
        if (!succeeds("umount", "--lazy", directory.toString())) {
            throw new IOException("cannot unmount " + directory);
        }
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
