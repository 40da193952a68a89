package org.onrecord.claim.tagger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Finds who says what in passages, by trained weights. Immutable and safe to share between threads. */
public final class AttributionTagger {
    private static final String SHIPPED = "attribution-tagger.bin";

    private final CueRates rates;
    private final Chain chain;
    private final Calibration calibration;
    private final Calibration silence;
    private final PassageFeatures features;

    /**
     * A tagger of fitted parts.
     *
     * @param calibration of attributions
     * @param silence of sentences in which none was found
     */
    AttributionTagger(CueRates rates, WordClasses classes, Chain chain, Calibration calibration, Calibration silence) {
        this.rates = rates;
        this.chain = chain;
        this.calibration = calibration;
        this.silence = silence;
        this.features = new PassageFeatures(rates, classes);
    }

    /** The weights that On Record ships. */
    public static AttributionTagger load() {
        try (InputStream in =
                Objects.requireNonNull(AttributionTagger.class.getResourceAsStream(SHIPPED), SHIPPED + " is missing")) {
            return TaggerFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the weights as {@link #load} wants them; the same weights give the same bytes. */
    public void write(OutputStream out) throws IOException {
        TaggerFile.write(this, out);
    }

    /** What was found in a passage. Takes time linear in its length. */
    public Tagging tag(Passage passage) {
        int[] kinds = Steps.of(passage);
        int[][] scores = chain.scores(features.of(passage));
        double[][] probabilities = chain.probabilities(scores, kinds);
        List<Tagged> found = Linker.link(passage, chain.best(scores, kinds), probabilities).stream()
                .map(tagged -> tagged.withConfidence(calibration.of(tagged.confidence())))
                .toList();
        return new Tagging(found, unclaimed(probabilities), silence);
    }

    /** For each word how probable it is that it is nobody's content. */
    private static double[] unclaimed(double[][] probabilities) {
        double[] unclaimed = new double[probabilities.length];
        for (int i = 0; i < unclaimed.length; i++) {
            for (int label = 0; label < Label.COUNT; label++) {
                Role role = Label.role(label);
                boolean content = role == Role.CONTENT_BEFORE || role == Role.CONTENT_AFTER;
                unclaimed[i] += content ? 0 : probabilities[i][label];
            }
        }
        return unclaimed;
    }

    CueRates rates() {
        return rates;
    }

    Chain chain() {
        return chain;
    }

    Calibration calibration() {
        return calibration;
    }

    Calibration silence() {
        return silence;
    }
}
