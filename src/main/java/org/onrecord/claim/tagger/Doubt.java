package org.onrecord.claim.tagger;

import java.util.BitSet;

/** Where the chain is in doubt. What it is sure of is not shown to the encoder, which is dear and would not change it. */
final class Doubt {
    /** A sentence whose words are all as certain of their role as this is in no doubt. */
    private static final double CERTAIN = .8;

    private Doubt() {}

    /** The words of all sentences in which some word's role is in doubt. */
    static BitSet sentences(Passage passage, double[][] probabilities) {
        BitSet doubtful = new BitSet(probabilities.length);
        for (int from = 0; from < probabilities.length; ) {
            int to = passage.sentenceEnd(from);
            for (int i = from; i < to; i++) {
                if (mostCertain(probabilities[i]) < CERTAIN) {
                    doubtful.set(from, to);
                    break;
                }
            }
            from = to;
        }
        return doubtful;
    }

    /** How probable the likeliest role is; each has at most two states. */
    private static double mostCertain(double[] word) {
        double most = word[Label.COUNT - 1];
        for (int label = 0; label < Label.COUNT - 1; label++) {
            boolean same = Label.role(label) == Label.role(label + 1);
            most = Math.max(most, word[label] + (same ? word[label + 1] : 0));
        }
        return most;
    }
}
