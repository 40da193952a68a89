package org.onrecord.claim.tagger;

import java.util.Arrays;

/**
 * How often attributions of a raw confidence were right, on articles that the weights were not fitted on. Never falls
 * as the raw confidence rises (isotonic by pooling adjacent violators: Ayer et al., 1955), so that it keeps the order.
 */
final class Calibration {
    static final int BINS = 20;

    /** In ten-thousandths, a bin of raw confidence each. */
    private final int[] shares;

    Calibration(int[] shares) {
        this.shares = shares.clone();
    }

    /**
     * Counts right ones.
     *
     * @param raw confidences, 0 to 1
     * @param right for each whether it was
     */
    static Calibration fit(double[] raw, boolean[] right) {
        double[] hits = new double[BINS];
        double[] counts = new double[BINS];
        for (int i = 0; i < raw.length; i++) {
            hits[bin(raw[i])] += right[i] ? 1 : 0;
            counts[bin(raw[i])]++;
        }
        int[] blocks = new int[BINS];
        for (int i = 0; i < BINS; i++) {
            blocks[i] = i;
            // One right and one wrong on the side: an empty bin says nothing, a small one little.
            hits[i] += .5;
            counts[i] += 1;
        }
        for (int i = 1; i < BINS; i++) {
            int block = i;
            while (block > 0 && hits[blocks[block - 1]] / counts[blocks[block - 1]] > hits[block] / counts[block]) {
                int before = blocks[block - 1];
                hits[before] += hits[block];
                counts[before] += counts[block];
                Arrays.fill(blocks, before, i + 1, before);
                block = before;
            }
        }
        int[] shares = new int[BINS];
        for (int i = 0; i < BINS; i++) {
            shares[i] = (int) Math.round(10_000 * hits[blocks[i]] / counts[blocks[i]]);
        }
        return new Calibration(shares);
    }

    private static int bin(double raw) {
        return (int) Math.min(BINS - 1, Math.max(0, raw * BINS));
    }

    /** The share that was right, 0 to 1, between the middles of bins by a straight line. */
    double of(double raw) {
        double at = Math.min(BINS - 1, Math.max(0, raw * BINS - .5));
        int low = (int) at;
        int high = Math.min(BINS - 1, low + 1);
        return (shares[low] + (at - low) * (shares[high] - shares[low])) / 10_000;
    }

    int[] shares() {
        return shares.clone();
    }
}
