package org.onrecord.claim.tagger;

import java.util.BitSet;

/** Finds where, within a passage, one fact ends and the next begins, by a trained encoder. Safe from any thread. */
public final class FactTagger {
    private static final int BEGINS = 1;
    private static final int GOES_ON = 2;

    /** The logarithm of the probability from which on a fact begins, in parts of {@link Chain#UNIT}. */
    private static final int LIKELY = (int) Math.rint(Math.log(.5) * Chain.UNIT);

    private FactTagger() {}

    /** What was found in a passage. Takes time linear in its length. */
    public static FactMarks tag(Passage passage) {
        int[][] scores = WordEncoder.ofFacts().scores(passage.words(), 1);
        BitSet begins = new BitSet();
        BitSet goesOn = new BitSet();
        for (int i = 0; i < scores.length; i++) {
            begins.set(i, scores[i][BEGINS] >= LIKELY);
            goesOn.set(i, scores[i][GOES_ON] >= LIKELY);
        }
        return new FactMarks(begins, goesOn);
    }
}
