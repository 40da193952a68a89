package org.onrecord.claim.tagger;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How likely each state of each word is by the words around it, as three layers of a transformer see it (MiniLM: Wang
 * et al., 2020; fine-tuned, int8). Passages are taken one by one on one thread, since another passage beside it would
 * change how numbers are rounded; longer ones in windows, so that time is linear in length. Loaded once a process;
 * safe from any thread.
 */
final class WordEncoder {
    /** Pieces that are seen at once, the two at the ends included. */
    private static final int WINDOW = 256;

    /** The most that a state can lose, in nats: none is out of the question. */
    private static final double LEAST = -12;

    private static final WordPieces PIECES = WordPieces.load();
    private static final int FIRST = PIECES.special("[CLS]");
    private static final int LAST = PIECES.special("[SEP]");

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private WordEncoder(String file) throws IOException, OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream model =
                        Objects.requireNonNull(WordEncoder.class.getResourceAsStream(file), file + " is missing")) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
        }
    }

    /** The encoder of this process whose states are {@linkplain Label labels}; the first call loads the model. */
    static WordEncoder ofAttributions() {
        return Attributions.ENCODER;
    }

    /** The encoder of this process whose states say where facts begin ({@link FactTagger}). */
    static WordEncoder ofFacts() {
        return Facts.ENCODER;
    }

    /**
     * Logarithms of probabilities, state by state, in parts of {@link Chain#UNIT}: whole numbers, so that the last
     * digits, in which machines differ, hardly ever matter.
     *
     * @param weight by which they are multiplied
     */
    int[][] scores(List<String> words, double weight) {
        int[][] scores = new int[words.size()][];
        for (int from = 0; from < scores.length; ) {
            Window window = window(words, from);
            float[][] found = run(window);
            for (int i = 0; i < found.length; i++) {
                scores[from + i] = new int[found[i].length];
                for (int state = 0; state < found[i].length; state++) {
                    scores[from + i][state] = (int) Math.rint(weight * Chain.UNIT * Math.max(LEAST, found[i][state]));
                }
            }
            from += found.length;
        }
        return scores;
    }

    /** As many words as a window holds. */
    private Window window(List<String> words, int from) {
        long[] ids = new long[WINDOW];
        List<Integer> starts = new ArrayList<>();
        int size = 0;
        ids[size++] = FIRST;
        for (int i = from; i < words.size(); i++) {
            int[] word = PIECES.of(words.get(i));
            if (size + word.length >= WINDOW) {
                break;
            }
            starts.add(size);
            for (int piece : word) {
                ids[size++] = piece;
            }
        }
        ids[size++] = LAST;
        return new Window(
                Arrays.copyOf(ids, size),
                starts.stream().mapToLong(Integer::longValue).toArray());
    }

    private float[][] run(Window window) {
        try (OnnxTensor ids = tensor(window.pieces());
                OnnxTensor starts = tensor(window.starts());
                OrtSession.Result result = session.run(Map.of("pieces", ids, "starts", starts))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("the word encoder failed", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {values.length});
    }

    /**
     * @param pieces numbers of pieces
     * @param starts where each word's first piece stands, which speaks for the word
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    private record Window(long[] pieces, long[] starts) {}

    private static WordEncoder load(String file) {
        try {
            return new WordEncoder(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException(file + " cannot be loaded", e);
        }
    }

    private static final class Attributions {
        static final WordEncoder ENCODER = load("word-encoder.onnx");
    }

    private static final class Facts {
        static final WordEncoder ENCODER = load("fact-encoder.onnx");
    }
}
