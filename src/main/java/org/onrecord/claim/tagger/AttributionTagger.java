package org.onrecord.claim.tagger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds who says what in passages, by trained weights. Immutable and safe to share between threads. */
public final class AttributionTagger {
    private static final Set<Integer> SAYING_VERBS = Set.of(31, 32);
    private static final Set<Integer> SAYING_NOUNS = Set.of(9, 10);
    private static final String SHIPPED = "attribution-tagger.bin";

    /** So much less does every word speak for silence: more is found. */
    private static final int DOUBT = 8;

    /** What the encoder's logarithms count for beside the chain's scores; they overlap in what they know. */
    private static final double ENCODER = .5;

    private final CueRates rates;
    private final WordClasses classes;
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
        this.classes = classes;
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
        BitSet doubtful = Doubt.sentences(passage, probabilities);
        if (!doubtful.isEmpty()) {
            ask(passage, doubtful, scores);
            probabilities = chain.probabilities(scores, kinds);
        }
        for (int[] word : scores) {
            word[Label.NONE] -= DOUBT;
        }
        int[] hints = LabelledPassage.of("", passage, passage.hints(), new int[passage.size()])
                .labels();
        List<Tagged> found = link(passage, chain.best(scores, kinds), probabilities);
        return new Tagging(found, link(passage, hints, probabilities), unclaimed(probabilities), silence);
    }

    /** Adds what the encoder says of the sentences in doubt; those that follow each other are shown to it together. */
    private void ask(Passage passage, BitSet doubtful, int[][] scores) {
        for (int from = doubtful.nextSetBit(0); from >= 0; ) {
            int to = doubtful.nextClearBit(from);
            int[][] others = WordEncoder.ofAttributions().scores(passage.words().subList(from, to), ENCODER);
            for (int i = 0; i < others.length; i++) {
                for (int label = 0; label < Label.COUNT; label++) {
                    scores[from + i][label] += others[i][label];
                }
            }
            from = doubtful.nextSetBit(to);
        }
    }

    private List<Tagged> link(Passage passage, int[] labels, double[][] probabilities) {
        return Linker.link(passage, labels, probabilities, this::says).stream()
                .map(tagged -> tagged.withConfidence(calibration.of(tagged.confidence())))
                .toList();
    }

    /** WordNet's verbs and nouns of communication and cognition, what is nearly always a cue, and a colon. */
    private boolean says(String word) {
        int verb = classes.of(word, WordClasses.VERB);
        int second = classes.of(word, WordClasses.VERB_SECOND);
        int noun = classes.of(word, WordClasses.NOUN);
        return SAYING_VERBS.contains(verb)
                || SAYING_VERBS.contains(second)
                || SAYING_NOUNS.contains(noun)
                || rates.of(word) >= CueRates.MOSTLY
                || word.equals("according")
                || word.equals(":");
    }

    /** Whether WordNet has a word for a verb and nothing else; parts of speech often say "noun". */
    public static boolean isAlwaysVerb(String lower) {
        WordClasses classes = WordClasses.load();
        boolean inflected = !classes.knows(lower) && lower.endsWith("s");
        String form = inflected ? lower.substring(0, lower.length() - 1) : lower;
        return classes.of(form, WordClasses.VERB) > 0 && classes.of(form, WordClasses.NOUN) == 0;
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
