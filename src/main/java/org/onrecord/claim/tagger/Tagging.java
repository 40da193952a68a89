package org.onrecord.claim.tagger;

import java.util.List;

/** What the tagger found in one passage. */
public final class Tagging {
    private final List<Tagged> attributions;
    private final List<Tagged> hinted;
    private final double[] unclaimed;
    private final Calibration silence;

    Tagging(List<Tagged> attributions, List<Tagged> hinted, double[] unclaimed, Calibration silence) {
        this.attributions = List.copyOf(attributions);
        this.hinted = List.copyOf(hinted);
        this.unclaimed = unclaimed;
        this.silence = silence;
    }

    /** In the order of their cues. */
    public List<Tagged> attributions() {
        return attributions;
    }

    /** What the hints say, with the confidence that the tagger has in it: mostly little, or it would have found it. */
    public List<Tagged> hinted() {
        return hinted;
    }

    /** The share of such words, {@code from} to before {@code to}, that nobody but the author says; 0 to 1. */
    public double ownVoice(int from, int to) {
        return silence.of(rawOwnVoice(from, to));
    }

    double rawOwnVoice(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += unclaimed[i];
        }
        return to > from ? sum / (to - from) : 0;
    }
}
