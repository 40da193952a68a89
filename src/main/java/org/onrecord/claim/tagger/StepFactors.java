package org.onrecord.claim.tagger;

/** The factor by which one state follows another, for each kind of step; zero where it may not. */
final class StepFactors {
    private final double[][][] factors = new double[Steps.KINDS][Label.COUNT][Label.COUNT];

    /** @param weights [kind][before][after], flat; the plain kind's count in all */
    StepFactors(double[] weights) {
        for (int kind = 0; kind < Steps.KINDS; kind++) {
            for (int before = 0; before < Label.COUNT; before++) {
                for (int after = 0; after < Label.COUNT; after++) {
                    int at = before * Label.COUNT + after;
                    double weight =
                            weights[at] + (kind == Steps.PLAIN ? 0 : weights[kind * Label.COUNT * Label.COUNT + at]);
                    factors[kind][before][after] = Label.follows(before, after) ? StrictMath.exp(weight) : 0;
                }
            }
        }
    }

    double[][] of(int kind) {
        return factors[kind];
    }
}
