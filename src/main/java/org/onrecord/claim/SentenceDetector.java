package org.onrecord.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Objects;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.onrecord.article.Paragraph;

/** Where OpenNLP sees sentences begin. */
final class SentenceDetector {
    /** The detector's time grows with the square of a text without spaces, so it is given pieces. */
    private static final int LONGEST_PIECE = 2_000;

    private final ThreadLocal<SentenceDetectorME> detectors;

    SentenceDetector() {
        try (InputStream in = SentenceDetector.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")) {
            SentenceModel model = new SentenceModel(Objects.requireNonNull(in, "the sentence model is missing"));
            // A detector shared between threads gives wrong results without a word: one a thread.
            this.detectors = ThreadLocal.withInitial(() -> new SentenceDetectorME(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The indices into {@code body} at which sentences of the paragraph begin. */
    BitSet starts(String body, Paragraph paragraph) {
        BitSet starts = new BitSet();
        for (int from = paragraph.start(); from < paragraph.end(); ) {
            int to = pieceEnd(body, from, paragraph.end());
            for (opennlp.tools.util.Span sentence : detectors.get().sentPosDetect(body.substring(from, to))) {
                starts.set(from + sentence.getStart());
            }
            from = to;
        }
        return starts;
    }

    private static int pieceEnd(String body, int from, int end) {
        if (end - from <= LONGEST_PIECE) {
            return end;
        }
        int space = body.lastIndexOf(' ', from + LONGEST_PIECE);
        return space > from ? space : from + LONGEST_PIECE;
    }

    boolean begins(BitSet starts, Span word) {
        int start = starts.nextSetBit(word.start());
        return start >= 0 && start < word.end();
    }
}
