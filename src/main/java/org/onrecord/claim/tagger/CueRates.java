package org.onrecord.claim.tagger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often a word is part of a cue, in seven steps, as counted in a training corpus. Immutable. */
final class CueRates {
    /** From this step on a word is a likely cue. */
    static final int LIKELY = 4;

    /** From this step on a word is a cue more often than not. */
    static final int MOSTLY = 5;

    private static final double[] STEPS = {.02, .1, .25, .5, .75};
    private static final int LEAST = 3;

    private final Map<String, Integer> steps;

    CueRates(Map<String, Integer> steps) {
        this.steps = Map.copyOf(steps);
    }

    /** The rates of words that were seen at least three times. */
    static CueRates count(Iterable<LabelledPassage> corpus) {
        Map<String, int[]> counts = new TreeMap<>();
        for (LabelledPassage labelled : corpus) {
            for (int i = 0; i < labelled.passage().size(); i++) {
                int[] count = counts.computeIfAbsent(labelled.passage().lower().get(i), word -> new int[2]);
                count[0] += Label.role(labelled.labels()[i]) == Role.CUE ? 1 : 0;
                count[1]++;
            }
        }
        Map<String, Integer> steps = new TreeMap<>();
        counts.forEach((word, count) -> {
            if (count[1] >= LEAST) {
                steps.put(word, step(count[0] / (count[1] + 1.0)));
            }
        });
        return new CueRates(steps);
    }

    private static int step(double rate) {
        int step = 1;
        while (step <= STEPS.length && rate >= STEPS[step - 1]) {
            step++;
        }
        return step;
    }

    /** 0 for a word that was not seen, else 1 (never a cue) to 6 (mostly one). */
    int of(String lower) {
        return steps.getOrDefault(lower, 0);
    }

    SortedMap<String, Integer> steps() {
        return new TreeMap<>(steps);
    }
}
