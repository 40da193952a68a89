package org.onrecord.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.onrecord.statement.Comparison.Slot;

/** Compares sketches by learned trees over what they share, and by guards where closeness of words misleads. */
public final class SketchMatcher implements Matcher {
    private static final String WEIGHTS = "matcher-weights.tsv";
    /** Thousandths of a logit a thousandth of cosine over {@link #USUAL_MEANING}. */
    private static final int MEANING = 5;

    /** The same where nothing is known of the articles. */
    private static final int MEANING_ALONE = 50;

    private static final int USUAL_MEANING = 830;
    /** The same where nothing is known of the articles: a sentence of another story may be as close. */
    private static final int USUAL_MEANING_ALONE = 785;

    /** A count of the same victims, of hardly more than a name, or where nothing else differs, is of one slot. */
    private static final int ONE_SLOT = 3500;

    /** In one story what one says twice, in words not too far apart, is likelier one thing than two. */
    private static final int ONE_SPEAKER = 2500;

    /** A surname where the other has another full name. */
    private static final int OTHER_PERSON = 2500;

    /** Basis points at or over which what tells another number or the opposite, of no slot that is known, still links. */
    private static final int PARTED = 5500;

    private static final int COSINE = Pair.FEATURES.indexOf("+cosine");
    private static final int TOLD = Pair.FEATURES.indexOf("toldTogether");
    private static final int SLOT = Pair.FEATURES.indexOf("+oneSlot");
    private static final int SPEAKER = Pair.FEATURES.indexOf("+oneSpeaker");
    private static final int RIVALS = Pair.FEATURES.indexOf("-rivals");

    private final Forest forest;
    private final int linkThreshold;
    private final int factThreshold;

    /** A matcher with the thresholds that were measured. */
    public SketchMatcher() {
        this(5000, 5000);
    }

    /**
     * A matcher with thresholds of one's own, in basis points.
     *
     * @throws IllegalArgumentException unless 0 &lt; fact &le; link &le; 10,000
     */
    public SketchMatcher(int linkThreshold, int factThreshold) {
        if (factThreshold <= 0 || factThreshold > linkThreshold || linkThreshold > 10_000) {
            throw new IllegalArgumentException("not 0 < " + factThreshold + " <= " + linkThreshold + " <= 10000");
        }
        this.forest = Loaded.FOREST;
        this.linkThreshold = linkThreshold;
        this.factThreshold = factThreshold;
    }

    @Override
    public int linkThreshold() {
        return linkThreshold;
    }

    @Override
    public int factThreshold() {
        return factThreshold;
    }

    @Override
    public Comparison compare(Sketch a, Sketch b) {
        if (a.text().compareTo(b.text()) > 0) {
            Comparison other = compare(b, a);
            return new Comparison(other.relation(), other.score(), flip(other.slots()));
        }
        return compare(new Pair(a, b));
    }

    /** What {@link #compare} finds; {@link Relation#NONE} too where that would not make them candidates for one fact. */
    public Comparison judge(Sketch a, Sketch b) {
        Comparison found = compare(a, b);
        return found.score() < linkThreshold ? new Comparison(Relation.NONE, found.score(), found.slots()) : found;
    }

    /** What {@link #judge} finds, and why. */
    public Explanation explain(Sketch a, Sketch b) {
        Comparison comparison = judge(a, b);
        Pair pair = Pair.of(a, b);
        String verdict =
                switch (comparison.relation()) {
                    case SAME -> "close enough, and nothing differs";
                    case VALUE -> "close enough, and a quantity in the same slot differs";
                    case OPPOSITE -> "close enough, and " + (pair.negation ? "one negates the other" : "antonyms");
                    case NONE ->
                        pair.guard() == Guard.NONE
                                ? "not close enough"
                                : pair.guard().reason();
                };
        boolean links = comparison.relation() != Relation.NONE;
        return new Explanation(
                comparison, pair.guard(), verdict, links, Explanation.aspects(pair, a, b, comparison.slots()));
    }

    private Comparison compare(Pair pair) {
        int[] features = pair.features();
        int score = score(logit(forest, features));
        if (pair.guard() != Guard.NONE) {
            return new Comparison(Relation.NONE, score / 2, pair.current);
        }
        Relation relation = score < factThreshold ? Relation.NONE : relation(pair);
        boolean parted = (relation == Relation.VALUE || relation == Relation.OPPOSITE) && features[SLOT] == 0;
        return new Comparison(
                relation, parted && score < PARTED ? Math.min(score, linkThreshold - 1) : score, pair.current);
    }

    private static Relation relation(Pair pair) {
        if (pair.opposite()) {
            return Relation.OPPOSITE;
        }
        return pair.differing > 0 || pair.current.stream().anyMatch(slot -> !slot.agree())
                ? Relation.VALUE
                : Relation.SAME;
    }

    /**
     * The trees have seen few stories and are too sure of what they learned there; meaning alone, which the encoder
     * learned of far more, holds against it.
     */
    static int logit(Forest forest, int[] features) {
        int meaning = features[TOLD] == 0
                ? MEANING_ALONE * (features[COSINE] - USUAL_MEANING_ALONE)
                : MEANING * (features[COSINE] - USUAL_MEANING);
        return forest.logit(features)
                + meaning
                + ONE_SLOT * features[SLOT]
                + ONE_SPEAKER * features[SPEAKER]
                - (features[RIVALS] == Rivals.LIKELY.rank() ? OTHER_PERSON : 0);
    }

    /** A logistic curve's shape without its exponential. */
    private static int score(int logit) {
        return (int) (5000 + 5000L * logit / (2000 + Math.abs((long) logit)));
    }

    private static List<Slot> flip(List<Slot> slots) {
        return slots.stream()
                .map(slot -> new Slot(slot.b(), slot.a(), slot.agree()))
                .sorted(Comparator.comparingInt(Slot::a))
                .toList();
    }

    private static final class Loaded {
        static final Forest FOREST = load();

        private static Forest load() {
            try (InputStream in = SketchMatcher.class.getResourceAsStream(WEIGHTS);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return Forest.read(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
