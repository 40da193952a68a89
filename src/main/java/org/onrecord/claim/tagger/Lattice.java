package org.onrecord.claim.tagger;

import java.util.Arrays;

/**
 * All states of all words of one passage, weighed: the forward and backward sums of Rabiner's tutorial (1989), scaled
 * so that each word's forward sums come to 1. {@link StrictMath} keeps the figures the same on every machine.
 */
final class Lattice {
    private final int n;
    private final int[] kinds;
    private final StepFactors steps;
    private final double[][] emitted;
    private final double[][] forward;
    private final double[][] backward;
    private final double[] scale;

    Lattice(double[][] emissions, int[] kinds, StepFactors steps) {
        this.n = emissions.length;
        this.kinds = kinds;
        this.steps = steps;
        emitted = new double[n][Label.COUNT];
        forward = new double[n][Label.COUNT];
        backward = new double[n][Label.COUNT];
        scale = new double[n];
        for (int i = 0; i < n; i++) {
            exponentials(emissions[i], emitted[i]);
        }
        forward();
        backward();
    }

    private static void exponentials(double[] scores, double[] into) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        for (int label = 0; label < Label.COUNT; label++) {
            into[label] = StrictMath.exp(scores[label] - most);
        }
    }

    private void forward() {
        for (int i = 0; i < n; i++) {
            double[] sums = forward[i];
            double[][] factors = steps.of(kinds[i]);
            for (int before = 0; i > 0 && before < Label.COUNT; before++) {
                double reached = forward[i - 1][before];
                double[] row = factors[before];
                for (int after = 0; after < Label.COUNT; after++) {
                    sums[after] += reached * row[after];
                }
            }
            for (int after = 0; after < Label.COUNT; after++) {
                sums[after] = (i > 0 ? sums[after] : Label.starts(after) ? 1 : 0) * emitted[i][after];
                scale[i] += sums[after];
            }
            for (int label = 0; label < Label.COUNT; label++) {
                sums[label] /= scale[i];
            }
        }
    }

    private void backward() {
        if (n > 0) {
            Arrays.fill(backward[n - 1], 1);
        }
        for (int i = n - 2; i >= 0; i--) {
            double[][] factors = steps.of(kinds[i + 1]);
            for (int before = 0; before < Label.COUNT; before++) {
                double[] row = factors[before];
                double sum = 0;
                for (int after = 0; after < Label.COUNT; after++) {
                    sum += row[after] * emitted[i + 1][after] * backward[i + 1][after];
                }
                backward[i][before] = sum / scale[i + 1];
            }
        }
    }

    /** How probable each state of each word is. */
    double[][] probabilities() {
        double[][] probabilities = new double[n][Label.COUNT];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int label = 0; label < Label.COUNT; label++) {
                probabilities[i][label] = forward[i][label] * backward[i][label];
                sum += probabilities[i][label];
            }
            for (int label = 0; label < Label.COUNT; label++) {
                probabilities[i][label] /= sum;
            }
        }
        return probabilities;
    }

    /** How probable each pair of states is for word {@code i - 1} and word {@code i}: [before][after]. */
    double[][] pairs(int i) {
        double[][] pairs = new double[Label.COUNT][Label.COUNT];
        double sum = 0;
        for (int before = 0; before < Label.COUNT; before++) {
            for (int after = 0; after < Label.COUNT; after++) {
                pairs[before][after] = forward[i - 1][before]
                        * steps.of(kinds[i])[before][after]
                        * emitted[i][after]
                        * backward[i][after];
                sum += pairs[before][after];
            }
        }
        for (double[] row : pairs) {
            for (int after = 0; after < Label.COUNT; after++) {
                row[after] /= sum;
            }
        }
        return pairs;
    }
}
