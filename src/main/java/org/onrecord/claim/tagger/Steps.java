package org.onrecord.claim.tagger;

/** What stands between two words that follow each other, as far as it bears on how states follow each other. */
final class Steps {
    static final int KINDS = 10;
    /** Nothing in particular; its weights count in every other kind too. */
    static final int PLAIN = 0;

    private Steps() {}

    /** The kind of step to each word; the first word's is {@link #PLAIN}. */
    static int[] of(Passage passage) {
        int[] kinds = new int[passage.size()];
        for (int i = 1; i < kinds.length; i++) {
            kinds[i] = kind(passage, i);
        }
        return kinds;
    }

    private static int kind(Passage passage, int i) {
        boolean before = passage.quoted().get(i - 1);
        boolean here = passage.quoted().get(i);
        if (passage.sentenceStarts().get(i)) {
            return here ? 1 : 2;
        }
        if (before != here) {
            return here ? 3 : 4;
        }
        String word = passage.lower().get(i);
        if (word.equals(",")) {
            return 5;
        }
        if (passage.lower().get(i - 1).equals(",")) {
            return 6;
        }
        if (passage.tags().get(i).equals("PUNCT")) {
            return 7;
        }
        if (word.equals("that")) {
            return 8;
        }
        return here ? 9 : PLAIN;
    }
}
