package org.onrecord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Making and removing the directories that local mode keeps its data in. */
final class Directories {
    private Directories() {}

    static Path create(Path directory) {
        try {
            return Files.createDirectories(directory.toAbsolutePath());
        } catch (IOException e) {
            throw new LocalModeException(
                    "Cannot create the directory " + directory + ": choose one that can be written to.", e);
        }
    }

    static Path createTemporary() {
        try {
            return Files.createTempDirectory("onrecord-");
        } catch (IOException e) {
            throw new LocalModeException(
                    "Cannot create a temporary directory: see that " + System.getProperty("java.io.tmpdir")
                            + " can be written to and has room.",
                    e);
        }
    }

    /** Removes a directory with all it holds; what has gone already is no error. */
    static void delete(Path directory) {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + directory, e);
        }
        for (Path path : deepestFirst) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot remove " + path, e);
            }
        }
    }
}
