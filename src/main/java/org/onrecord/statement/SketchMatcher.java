package org.onrecord.statement;

import java.util.Comparator;
import java.util.List;
import org.onrecord.statement.Comparison.Slot;

/** Compares sketches by learned weights over what they share, and by gates where closeness of words misleads. */
public final class SketchMatcher implements Matcher {
    /**
     * Logistic regression over the features of {@link Pair#features()}, in thousandths, fitted on the training pairs of
     * ECB+ (6,476) and on pairs of claims of five invented stories (9,072; those that match weigh 2, the others 1).
     * The quantity and negation features weigh nothing: rules decide about those.
     */
    private static final int[] WEIGHTS = {
        5158, -36, 4448, 44, -497, 1551, -168, -994, -302, -396, 1431, 0, -431, 989, -614, 0, 1271, -2061
    };

    private static final int BIAS = -4652;
    /** The best balance of precision and recall for sentences compared by themselves; linking asks for more. */
    private static final int SAYS_THE_SAME = 3000;

    private final int linkThreshold;
    private final int rootThreshold;

    /** A matcher with the thresholds that were measured. */
    public SketchMatcher() {
        this(7000, 7000);
    }

    /**
     * A matcher with thresholds of one's own, in basis points.
     *
     * @throws IllegalArgumentException unless 0 &lt; root &le; link &le; 10,000
     */
    public SketchMatcher(int linkThreshold, int rootThreshold) {
        if (rootThreshold <= 0 || rootThreshold > linkThreshold || linkThreshold > 10_000) {
            throw new IllegalArgumentException("not 0 < " + rootThreshold + " <= " + linkThreshold + " <= 10000");
        }
        this.linkThreshold = linkThreshold;
        this.rootThreshold = rootThreshold;
    }

    @Override
    public int linkThreshold() {
        return linkThreshold;
    }

    @Override
    public int rootThreshold() {
        return rootThreshold;
    }

    @Override
    public Comparison compare(Sketch a, Sketch b) {
        if (a.text().compareTo(b.text()) > 0) {
            Comparison other = compare(b, a);
            return new Comparison(other.relation(), other.score(), flip(other.slots()));
        }
        return compare(new Pair(a, b));
    }

    private static Comparison compare(Pair pair) {
        int score = score(pair.features());
        if (pair.barred()) {
            return new Comparison(Relation.NONE, score / 2, pair.slots);
        }
        return new Comparison(score < SAYS_THE_SAME ? Relation.NONE : relation(pair), score, pair.slots);
    }

    private static Relation relation(Pair pair) {
        if (pair.opposite()) {
            return Relation.OPPOSITE;
        }
        return pair.differing > 0 ? Relation.VALUE : Relation.SAME;
    }

    /** A logistic curve's shape without its exponential. */
    private static int score(int[] features) {
        long sum = 1000L * BIAS;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (long) WEIGHTS[i] * features[i];
        }
        long logit = sum / 1000; // in thousandths
        return (int) (5000 + 5000 * logit / (2000 + Math.abs(logit)));
    }

    private static List<Slot> flip(List<Slot> slots) {
        return slots.stream()
                .map(slot -> new Slot(slot.b(), slot.a(), slot.agree()))
                .sorted(Comparator.comparingInt(Slot::a))
                .toList();
    }
}
