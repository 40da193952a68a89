package org.onrecord.statement;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Sketches by sentence, kept in a file: encoding a hundred thousand sentences takes minutes. */
public final class SketchCache {
    private final Path file;
    private final Map<String, Sketch> known = new HashMap<>();

    /** Reads what is there; a file that is not is an empty one. */
    public SketchCache(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                while (true) {
                    String sentence = new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
                    known.put(sentence, SketchCodec.fromBytes(in.readNBytes(in.readInt())));
                }
            } catch (EOFException e) {
                System.err.println(known.size() + " sketches read from " + file);
            }
        }
    }

    /** The sketches of {@code sentences}; those that are new are added to the file. */
    public Map<String, Sketch> of(Collection<String> sentences) throws IOException {
        SentenceSketcher sketcher = new SentenceSketcher();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)))) {
            for (String sentence : sentences) {
                if (!known.containsKey(sentence)) {
                    Sketch sketch = sketcher.sketch(sentence);
                    known.put(sentence, sketch);
                    write(out, sentence.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    write(out, SketchCodec.toBytes(sketch));
                    if (known.size() % 5_000 == 0) {
                        System.err.println(known.size() + " sentences sketched");
                    }
                }
            }
        }
        return known;
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The blocks that a sketch would stand in with so many cells and terms. */
    public static Set<String> blocks(Sketch sketch, int cells, int terms) {
        return Blocks.of(sketch, cells, terms);
    }

    /** The blocks that a sketch stands in. */
    public static Set<String> blocks(Sketch sketch) {
        return Blocks.of(sketch);
    }
}
