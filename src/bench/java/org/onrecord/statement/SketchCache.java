package org.onrecord.statement;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.Article;

/** Sketches by sentence, kept in a file: encoding a hundred thousand sentences takes minutes. */
public final class SketchCache {
    private static final int BATCH = 5_000;

    private final SentenceSketcher sketcher = new SentenceSketcher();
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

    /** The sketches of {@code sentences}; those that are new are made on all cores and added to the file. */
    public Map<String, Sketch> of(Collection<String> sentences) throws IOException {
        List<String> fresh = sentences.stream()
                .distinct()
                .filter(sentence -> !known.containsKey(sentence))
                .toList();
        for (int from = 0; from < fresh.size(); from += BATCH) {
            List<String> batch = fresh.subList(from, Math.min(from + BATCH, fresh.size()));
            List<Sketch> sketches = batch.parallelStream().map(sketcher::sketch).toList();
            append(batch, sketches);
            System.err.println(known.size() + " sentences sketched");
        }
        return known;
    }

    private void append(List<String> sentences, List<Sketch> sketches) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(
                file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)))) {
            for (int i = 0; i < sentences.size(); i++) {
                known.put(sentences.get(i), sketches.get(i));
                write(out, sentences.get(i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                write(out, SketchCodec.toBytes(sketches.get(i)));
            }
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The sketch as a claim of {@code article} has it: with its context if it cannot stand alone. */
    public Sketch within(Sketch bare, Article article) {
        return SentenceSketcher.standsAlone(bare.names(), bare.lemmas())
                ? bare
                : new Sketch(
                        bare.text(),
                        bare.quantities(),
                        bare.dates(),
                        bare.names(),
                        bare.lemmas(),
                        bare.negated(),
                        bare.speaker(),
                        bare.embedding(),
                        Optional.of(sketcher.context(article, LocalDate.EPOCH)));
    }

    /** The blocks that a sketch would stand in with so many cells, words and words of its article. */
    public static Set<String> blocks(Sketch sketch, int cells, int terms, int topics) {
        return Blocks.of(sketch, cells, terms, topics);
    }

    /** The blocks that a sketch stands in. */
    public static Set<String> blocks(Sketch sketch) {
        return Blocks.of(sketch);
    }
}
