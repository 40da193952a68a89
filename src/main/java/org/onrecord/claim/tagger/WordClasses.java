package org.onrecord.claim.tagger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What kinds of word a word is, from {@code word-classes.tsv}: groups of words of like meaning (three grains), the
 * lexicographer files of its commonest senses as verb and noun, and whether it takes a clause. The file's first lines
 * say where it comes from. Immutable.
 */
final class WordClasses {
    /** Columns of the file after the word. */
    static final int COARSE = 0;

    static final int MIDDLE = 1;
    static final int FINE = 2;
    static final int VERB = 3;
    static final int VERB_SECOND = 4;
    static final int NOUN = 5;
    static final int NOUN_SECOND = 6;
    static final int CLAUSE = 7;
    private static final int COLUMNS = 8;

    private static final short[] UNKNOWN = {-1, -1, -1, 0, 0, 0, 0, 0};

    private final Map<String, short[]> byWord;

    private WordClasses(Map<String, short[]> byWord) {
        this.byWord = byWord;
    }

    /** The table that is shipped; read once in a process. */
    static WordClasses load() {
        return Shipped.TABLE;
    }

    private static final class Shipped {
        static final WordClasses TABLE = read();
    }

    private static WordClasses read() {
        Map<String, short[]> byWord = new HashMap<>(60_000);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        WordClasses.class.getResourceAsStream("word-classes.tsv"), "word-classes.tsv is missing"),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", -1);
                    short[] classes = new short[COLUMNS];
                    for (int i = 0; i < COLUMNS; i++) {
                        classes[i] = Short.parseShort(columns[i + 1]);
                    }
                    byWord.put(columns[0], classes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordClasses(byWord);
    }

    boolean knows(String lower) {
        return byWord.containsKey(lower);
    }

    /** All columns of a word, for who wants several; not to be changed. */
    short[] of(String lower) {
        return byWord.getOrDefault(lower, UNKNOWN);
    }

    int of(String lower, int column) {
        return of(lower)[column];
    }
}
