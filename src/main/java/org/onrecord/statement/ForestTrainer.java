package org.onrecord.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.statement.Forest.Tree;

/**
 * Grows a {@link Forest} by Newton boosting of the logistic loss over histograms (Chen and Guestrin 2016). The same
 * examples in the same order give the same trees everywhere: one thread, {@link StrictMath}, no chance.
 */
final class ForestTrainer {
    private static final int BINS = 64;
    private static final double LEAF_PENALTY = 4;

    /** One example. */
    static final class Example {
        private final int[] features;
        private final boolean positive;
        private final double weight;

        Example(int[] features, boolean positive, double weight) {
            this.features = features;
            this.positive = positive;
            this.weight = weight;
        }

        int[] features() {
            return features;
        }

        boolean positive() {
            return positive;
        }

        /** How much it counts. */
        double weight() {
            return weight;
        }
    }

    private final int rounds;
    private final int depth;
    private final double rate;
    private final double leastWeight;
    private final List<Example> examples;
    private final int[][] cuts;
    private final byte[][] binned;
    private final double[] logits;
    private final double[] gradients;
    private final double[] curvatures;

    private final int[] signs;
    private final double[] low;
    private final double[] high;

    private ForestTrainer(List<Example> examples, int[] signs, int rounds, int depth, double rate, double leastWeight) {
        this.signs = signs;
        low = new double[(2 << depth) - 1];
        high = new double[(2 << depth) - 1];
        this.examples = examples;
        this.rounds = rounds;
        this.depth = depth;
        this.rate = rate;
        this.leastWeight = leastWeight;
        int features = examples.get(0).features().length;
        cuts = new int[features][];
        binned = new byte[features][examples.size()];
        logits = new double[examples.size()];
        gradients = new double[examples.size()];
        curvatures = new double[examples.size()];
        for (int f = 0; f < features; f++) {
            cuts[f] = cuts(f);
            for (int i = 0; i < examples.size(); i++) {
                binned[f][i] = (byte) bin(cuts[f], examples.get(i).features()[f]);
            }
        }
    }

    /**
     * The forest for {@code examples}, which are not empty.
     *
     * @param signs 1 for a feature that may only raise the logit, -1 for one that may only lower it, else 0
     */
    static Forest train(List<Example> examples, int[] signs, int rounds, int depth, double rate, double leastWeight) {
        return new ForestTrainer(examples, signs, rounds, depth, rate, leastWeight).grow();
    }

    private Forest grow() {
        List<Tree> trees = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < logits.length; i++) {
                double p = 1 / (1 + StrictMath.exp(-logits[i]));
                Example e = examples.get(i);
                gradients[i] = e.weight() * ((e.positive() ? 1 : 0) - p);
                curvatures[i] = e.weight() * Math.max(1e-6, p * (1 - p));
            }
            trees.add(tree());
        }
        return new Forest(trees);
    }

    /** Grows one tree level by level and adds its leaves to the logits. */
    private Tree tree() {
        int inner = (1 << depth) - 1;
        int[] features = new int[inner];
        int[] thresholds = new int[inner];
        int[] node = new int[logits.length];
        low[0] = Double.NEGATIVE_INFINITY;
        high[0] = Double.POSITIVE_INFINITY;
        for (int level = 0; level < depth; level++) {
            Split[] splits = splits(node, (1 << level) - 1, 1 << level);
            for (int k = 0; k < splits.length; k++) {
                int at = (1 << level) - 1 + k;
                features[at] = splits[k].feature();
                thresholds[at] = splits[k].threshold();
                bound(at, splits[k]);
            }
            for (int i = 0; i < node.length; i++) {
                int value = examples.get(i).features()[features[node[i]]];
                node[i] = 2 * node[i] + (value <= thresholds[node[i]] ? 1 : 2);
            }
        }
        double[] g = new double[inner + 1];
        double[] h = new double[inner + 1];
        for (int i = 0; i < node.length; i++) {
            g[node[i] - inner] += gradients[i];
            h[node[i] - inner] += curvatures[i];
        }
        int[] leaves = new int[inner + 1];
        for (int k = 0; k <= inner; k++) {
            double value = Math.max(low[inner + k], Math.min(high[inner + k], g[k] / (h[k] + LEAF_PENALTY)));
            leaves[k] = (int) StrictMath.rint(1000 * rate * value);
        }
        for (int i = 0; i < node.length; i++) {
            logits[i] += leaves[node[i] - inner] / 1000.0;
        }
        return new Tree(features, thresholds, leaves);
    }

    private record Split(int feature, int threshold, double gain, double middle) {}

    /** Below a split on a monotone feature no leaf may cross the middle between its sides. */
    private void bound(int at, Split split) {
        for (int child = 2 * at + 1; child <= 2 * at + 2; child++) {
            low[child] = low[at];
            high[child] = high[at];
        }
        int sign = signs[split.feature()];
        if (sign != 0 && split.threshold() != Integer.MAX_VALUE) {
            int lower = sign > 0 ? 2 * at + 1 : 2 * at + 2;
            int upper = sign > 0 ? 2 * at + 2 : 2 * at + 1;
            high[lower] = Math.min(high[lower], split.middle());
            low[upper] = Math.max(low[upper], split.middle());
        }
    }

    /** The best split of each node of a level; one that nothing gains by sends everything left. */
    private Split[] splits(int[] node, int first, int count) {
        Split[] best = new Split[count];
        Arrays.fill(best, new Split(0, Integer.MAX_VALUE, 1e-9, 0));
        for (int f = 0; f < cuts.length; f++) {
            double[] g = new double[count * BINS];
            double[] h = new double[count * BINS];
            for (int i = 0; i < node.length; i++) {
                int slot = (node[i] - first) * BINS + binned[f][i];
                g[slot] += gradients[i];
                h[slot] += curvatures[i];
            }
            for (int k = 0; k < count; k++) {
                best[k] = better(best[k], f, g, h, k * BINS, first + k);
            }
        }
        return best;
    }

    private Split better(Split best, int feature, double[] g, double[] h, int from, int node) {
        double allG = 0;
        double allH = 0;
        for (int b = 0; b < BINS; b++) {
            allG += g[from + b];
            allH += h[from + b];
        }
        Split found = best;
        double leftG = 0;
        double leftH = 0;
        for (int b = 0; b < cuts[feature].length; b++) {
            leftG += g[from + b];
            leftH += h[from + b];
            double rightG = allG - leftG;
            double rightH = allH - leftH;
            if (leftH >= leastWeight && rightH >= leastWeight) {
                double gain = worth(leftG, leftH) + worth(rightG, rightH) - worth(allG, allH);
                double left = clamp(leftG / (leftH + LEAF_PENALTY), node);
                double right = clamp(rightG / (rightH + LEAF_PENALTY), node);
                if (gain > found.gain() && signs[feature] * (right - left) >= 0) {
                    found = new Split(feature, cuts[feature][b], gain, (left + right) / 2);
                }
            }
        }
        return found;
    }

    private double clamp(double value, int node) {
        return Math.max(low[node], Math.min(high[node], value));
    }

    private static double worth(double g, double h) {
        return g * g / (h + LEAF_PENALTY);
    }

    /** Values that cut a feature into bins of like size; a value at or under the first cut is in bin 0. */
    private int[] cuts(int feature) {
        int[] values =
                examples.stream().mapToInt(e -> e.features()[feature]).sorted().toArray();
        return java.util.stream.IntStream.range(1, BINS)
                .map(b -> values[(int) ((long) b * values.length / BINS)])
                .filter(v -> v < values[values.length - 1])
                .distinct()
                .toArray();
    }

    private static int bin(int[] cuts, int value) {
        int at = Arrays.binarySearch(cuts, value);
        return at >= 0 ? at : -at - 1;
    }
}
