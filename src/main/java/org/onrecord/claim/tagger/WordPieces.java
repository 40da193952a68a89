package org.onrecord.claim.tagger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Cuts words into pieces that BERT's uncased vocabulary knows: in lower case and without accents, marks apart, the
 * longest known piece first (WordPiece: Wu et al., 2016). Immutable.
 */
final class WordPieces {
    /** What is longer is no word of a language; the rest of it tells nothing. */
    static final int MOST = 6;

    private static final String CONTINUES = "##";

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int not;

    /** @param vocabulary pieces in the order of their numbers; those that go on with a word begin with "##" */
    WordPieces(Iterable<String> vocabulary) {
        this.vocabulary = new HashMap<>(64_000);
        for (String piece : vocabulary) {
            this.vocabulary.put(piece, this.vocabulary.size());
        }
        this.unknown = special("[UNK]");
        this.not = special("not");
    }

    static WordPieces load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        WordPieces.class.getResourceAsStream("word-pieces.txt"), "word-pieces.txt is missing"),
                StandardCharsets.UTF_8))) {
            return new WordPieces(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of a piece that must be there. */
    int special(String piece) {
        return Objects.requireNonNull(vocabulary.get(piece), piece);
    }

    /** The numbers of a word's pieces: at least one, at most {@link #MOST}. */
    int[] of(String word) {
        String plain = plain(word);
        Integer whole = vocabulary.get(plain);
        if (whole != null) {
            return new int[] {whole};
        }
        if (plain.equals("n't") || plain.equals("n’t")) {
            return new int[] {not};
        }
        int[] pieces = new int[plain.length() + 1];
        int count = 0;
        for (int from = 0; from < plain.length() && count < MOST; ) {
            int to = partEnd(plain, from);
            if (!isBlank(plain.codePointAt(from))) {
                count = add(plain.substring(from, to), pieces, count);
            }
            from = to;
        }
        if (count == 0) {
            pieces[count++] = unknown;
        }
        return Arrays.copyOf(pieces, Math.min(count, MOST));
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 128)) {
            return lower;
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(lower, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** A mark or a blank stands alone; letters and digits go together. */
    private static int partEnd(String word, int from) {
        int to = from + Character.charCount(word.codePointAt(from));
        if (isLetter(word.codePointAt(from))) {
            while (to < word.length() && isLetter(word.codePointAt(to))) {
                to += Character.charCount(word.codePointAt(to));
            }
        }
        return to;
    }

    private static boolean isLetter(int c) {
        return !isBlank(c) && !isMark(c);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Unicode's punctuation, and all of ASCII that is neither letter nor digit, as BERT has it. */
    private static boolean isMark(int c) {
        if (c < 128) {
            return !Character.isLetterOrDigit(c) && c > ' ' && c < 127;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Adds the pieces of a part, or one for what cannot be cut into known ones. */
    private int add(String part, int[] pieces, int count) {
        int at = count;
        for (int from = 0; from < part.length(); ) {
            int to = part.length();
            Integer piece = null;
            while (to > from && piece == null) {
                piece = vocabulary.get(from == 0 ? part.substring(0, to) : CONTINUES + part.substring(from, to));
                to -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                pieces[count] = unknown;
                return count + 1;
            }
            pieces[at++] = piece;
            from = to;
        }
        return at;
    }
}
