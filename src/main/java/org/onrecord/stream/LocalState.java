package org.onrecord.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a pipeline keeps on this machine's disk: {@code <state.dir>/<application.id>}. */
public final class LocalState {
    /** The lock that Kafka Streams holds on the directory while it runs. */
    private static final String LOCK = ".lock";

    private final Path directory;

    public LocalState(Path stateDir, String applicationId) {
        this.directory = stateDir.resolve(applicationId);
    }

    /** The directory, which need not be there. */
    public Path directory() {
        return directory;
    }

    /** Whether there is anything. */
    public boolean exists() {
        return Files.isDirectory(directory);
    }

    /**
     * Removes it all.
     *
     * @throws IllegalStateException when a pipeline on this machine is using it; nothing is removed then
     */
    public void delete() {
        if (!exists()) {
            return;
        }
        try (FileChannel channel =
                        FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock == null) {
                throw new IllegalStateException(
                        directory + " is in use by a pipeline on this machine; stop it and try again");
            }
            deleteTree();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    directory + " cannot be removed; see its permissions, then run the same reset again", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private void deleteTree() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(directory)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
