package org.onrecord.claim.tagger;

import java.util.BitSet;

/** Finds where, within a passage, one fact ends and the next begins, by a trained encoder. Safe from any thread. */
public final class FactTagger {
    private static final int BEGINS = 1;
    private static final int GOES_ON = 2;

    /** Shorter sentences, in words and marks, state one fact. */
    private static final int SHORTEST = 6;

    /** The logarithm of the probability from which on a fact begins, in parts of {@link Chain#UNIT}. */
    private static final int LIKELY = (int) Math.rint(Math.log(.6) * Chain.UNIT);

    private FactTagger() {}

    /** What was found in a passage, sentence by sentence, as it was learned. Takes time linear in its length. */
    public static FactMarks tag(Passage passage) {
        BitSet begins = new BitSet();
        BitSet goesOn = new BitSet();
        for (int from = 0; from < passage.size(); ) {
            int to = passage.sentenceEnd(from);
            if (to - from >= SHORTEST) {
                int[][] scores = WordEncoder.ofFacts().scores(passage.words().subList(from, to), 1);
                for (int i = from; i < to; i++) {
                    begins.set(i, scores[i - from][BEGINS] >= LIKELY);
                    goesOn.set(i, scores[i - from][GOES_ON] >= LIKELY);
                }
            }
            from = to;
        }
        return new FactMarks(begins, goesOn);
    }
}
