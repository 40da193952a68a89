package org.onrecord.claim.tagger;

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) with whole-number weights: the same
 * states are found on every machine. Immutable.
 */
final class Chain {
    /** Weights are in parts of this. */
    static final int UNIT = 64;

    /** A word's score stays below 16,000 nats, far beyond what weights come to. */
    private static final int BITS = 21;

    private static final int PACKS = 5;

    private static final long NEVER = Long.MIN_VALUE / 4;

    private final FeatureIndex index;
    private final short[] weights;
    private final short[] steps;
    /** The weights once more, three to a number, so that one addition does three. */
    private final long[] packed;

    private final StepFactors factors;
    /** The weight of a state after another by kind of step: [kind][after][before]. */
    private final long[][][] stepsTo = new long[Steps.KINDS][Label.COUNT][Label.COUNT];

    /**
     * @param weights {@link Label#COUNT} a feature, in the order of the index
     * @param steps weights of a state after another, for each kind of step: [kind][before][after], flat
     */
    Chain(FeatureIndex index, short[] weights, short[] steps) {
        this.index = index;
        this.weights = weights;
        this.steps = steps;
        this.packed = packed(weights);
        double[] flat = new double[steps.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = steps[i] / (double) UNIT;
        }
        this.factors = new StepFactors(flat);
        for (int kind = 0; kind < Steps.KINDS; kind++) {
            for (int after = 0; after < Label.COUNT; after++) {
                for (int before = 0; before < Label.COUNT; before++) {
                    stepsTo[kind][after][before] = Label.follows(before, after) ? step(kind, before, after) : NEVER;
                }
            }
        }
    }

    private static long[] packed(short[] weights) {
        int features = weights.length / Label.COUNT;
        long[] packed = new long[features * PACKS];
        for (int feature = 0; feature < features; feature++) {
            for (int label = 0; label < Label.COUNT; label++) {
                long weight = weights[feature * Label.COUNT + label];
                packed[feature * PACKS + label / 3] += weight << ((label % 3) * BITS);
            }
        }
        return packed;
    }

    /** Takes the sums of a pack apart, the lowest first; what a negative one borrowed is given back. */
    private static void unpack(long pack, int[] sums, int from) {
        long rest = pack;
        for (int label = from; label < Math.min(from + 3, Label.COUNT); label++) {
            long low = (rest << (Long.SIZE - BITS)) >> (Long.SIZE - BITS);
            sums[label] = (int) low;
            rest = (rest - low) >> BITS;
        }
    }

    FeatureIndex index() {
        return index;
    }

    short[] weights() {
        return weights;
    }

    short[] steps() {
        return steps;
    }

    private int step(int kind, int before, int after) {
        int at = before * Label.COUNT + after;
        int plain = steps[at];
        return kind == Steps.PLAIN ? plain : plain + steps[kind * Label.COUNT * Label.COUNT + at];
    }

    /** What each word speaks for, state by state, in parts of {@link #UNIT}. */
    int[][] scores(int[][] features) {
        int[][] scores = new int[features.length][Label.COUNT];
        for (int i = 0; i < features.length; i++) {
            long a = 0;
            long b = 0;
            long c = 0;
            long d = 0;
            long e = 0;
            for (int feature : features[i]) {
                int place = index.find(feature);
                if (place >= 0) {
                    int at = place * PACKS;
                    a += packed[at];
                    b += packed[at + 1];
                    c += packed[at + 2];
                    d += packed[at + 3];
                    e += packed[at + 4];
                }
            }
            unpack(a, scores[i], 0);
            unpack(b, scores[i], 3);
            unpack(c, scores[i], 6);
            unpack(d, scores[i], 9);
            unpack(e, scores[i], 12);
        }
        return scores;
    }

    /** The best states for the words (Viterbi, 1967). */
    int[] best(int[][] scores, int[] kinds) {
        int n = scores.length;
        int[][] from = new int[n][Label.COUNT];
        long[] reached = new long[Label.COUNT];
        for (int label = 0; label < Label.COUNT && n > 0; label++) {
            reached[label] = Label.starts(label) ? scores[0][label] : NEVER;
        }
        for (int i = 1; i < n; i++) {
            long[] next = new long[Label.COUNT];
            for (int after = 0; after < Label.COUNT; after++) {
                long[] to = stepsTo[kinds[i]][after];
                next[after] = NEVER;
                for (int before = 0; before < Label.COUNT; before++) {
                    long score = reached[before] + to[before];
                    if (score > next[after]) {
                        next[after] = score;
                        from[i][after] = before;
                    }
                }
                next[after] += scores[i][after];
            }
            reached = next;
        }
        return trace(from, reached);
    }

    private static int[] trace(int[][] from, long[] reached) {
        int[] states = new int[from.length];
        int state = 0;
        for (int label = 1; label < Label.COUNT; label++) {
            state = reached[label] > reached[state] ? label : state;
        }
        for (int i = from.length - 1; i >= 0; i--) {
            states[i] = state;
            state = from[i][state];
        }
        return states;
    }

    /** How probable each state of each word is, 0 to 1 (forward and backward sums, scaled a word). */
    double[][] probabilities(int[][] scores, int[] kinds) {
        double[][] emissions = new double[scores.length][Label.COUNT];
        for (int i = 0; i < scores.length; i++) {
            for (int label = 0; label < Label.COUNT; label++) {
                emissions[i][label] = scores[i][label] / (double) UNIT;
            }
        }
        return new Lattice(emissions, kinds, factors).probabilities();
    }
}
