package org.onrecord.claim.tagger;

import java.util.Arrays;

/** For each word of a passage, where its sentence begins and which cues and verbs stand nearest on either side. */
final class Surroundings {
    static final int NOWHERE = -1;

    final int[] sentenceStart;
    final boolean[] sentenceQuotes;
    final int[] cueBefore;
    final int[] cueAfter;
    final int[] verbBefore;
    final int[] verbAfter;
    /** The last "that" of the sentence before the word. */
    final int[] thatBefore;

    private final Passage passage;

    Surroundings(Passage passage, CueRates rates) {
        this.passage = passage;
        int n = passage.size();
        sentenceStart = new int[n];
        sentenceQuotes = new boolean[n];
        cueBefore = new int[n];
        verbBefore = new int[n];
        cueAfter = new int[n];
        verbAfter = new int[n];
        thatBefore = new int[n];
        boolean[] cue = new boolean[n];
        for (int i = 0; i < n; i++) {
            cue[i] = rates.of(passage.lower().get(i)) >= CueRates.LIKELY;
        }
        before(cue);
        after(cue);
        sentences();
    }

    /** A sentence that begins within a quotation does not part a word from the cue of the quotation. */
    private boolean parts(int i) {
        return passage.sentenceStarts().get(i) && !passage.quoted().get(i);
    }

    private void before(boolean[] cue) {
        int lastCue = NOWHERE;
        int lastVerb = NOWHERE;
        int lastThat = NOWHERE;
        for (int i = 0; i < cue.length; i++) {
            if (parts(i)) {
                lastCue = NOWHERE;
                lastVerb = NOWHERE;
            }
            if (passage.sentenceStarts().get(i)) {
                lastThat = NOWHERE;
            }
            cueBefore[i] = lastCue;
            verbBefore[i] = lastVerb;
            lastThat = passage.lower().get(i).equals("that") ? i : lastThat;
            thatBefore[i] = lastThat;
            lastCue = cue[i] ? i : lastCue;
            lastVerb = passage.isVerb(i) ? i : lastVerb;
        }
    }

    private void after(boolean[] cue) {
        int nextCue = NOWHERE;
        int nextVerb = NOWHERE;
        for (int i = cue.length - 1; i >= 0; i--) {
            cueAfter[i] = nextCue;
            verbAfter[i] = nextVerb;
            nextCue = parts(i) ? NOWHERE : cue[i] ? i : nextCue;
            nextVerb = parts(i) ? NOWHERE : passage.isVerb(i) ? i : nextVerb;
        }
    }

    private void sentences() {
        int n = sentenceStart.length;
        int start = 0;
        for (int i = 0; i <= n; i++) {
            if (i == n || (passage.sentenceStarts().get(i) && i > start)) {
                int mark = passage.quoted().nextSetBit(start);
                Arrays.fill(sentenceStart, start, i, start);
                Arrays.fill(sentenceQuotes, start, i, mark >= 0 && mark < i);
                start = i;
            }
        }
    }
}
