package org.onrecord.claim.tagger;

import java.util.List;

/**
 * A passage and the state of each of its words, for training.
 *
 * @param article the passages of one article are held out together
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read by the trainer alone
public record LabelledPassage(String article, Passage passage, int[] labels) {
    /** One article in so many is held out to see how often the tagger is right. */
    private static final int HELD_OUT = 6;

    /** Whether the passage's article is one of those that weights are not fitted on before they are judged. */
    public boolean isHeldOut() {
        return Math.floorMod(article.hashCode(), HELD_OUT) == 0;
    }

    /**
     * Labels a passage.
     *
     * @param roles a role a word, gaps not marked
     * @param attributions the number of the attribution that a word belongs to; 0 for none
     */
    public static LabelledPassage of(String article, Passage passage, List<Role> roles, int[] attributions) {
        int n = passage.size();
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            boolean goesOn = i > 0 && roles.get(i) == roles.get(i - 1) && attributions[i] == attributions[i - 1];
            labels[i] = Label.of(roles.get(i), !goesOn);
        }
        for (int i = 1; i < n; i++) {
            int to = i;
            while (to < n && roles.get(to) == Role.NONE) {
                to++;
            }
            if (to > i && to < n) {
                java.util.Arrays.fill(labels, i, to, gap(roles.get(i - 1), roles.get(to)));
            }
            i = Math.max(i, to - 1);
        }
        return new LabelledPassage(article, passage, labels);
    }

    private static int gap(Role left, Role right) {
        boolean opens = left == Role.SOURCE_BEFORE || left == Role.CONTENT_BEFORE;
        boolean toCue = right == Role.SOURCE_BEFORE || right == Role.CONTENT_BEFORE || right == Role.CUE;
        if (opens && toCue) {
            return Label.BEFORE_CUE;
        }
        boolean fromCue = left == Role.SOURCE_AFTER || left == Role.CONTENT_AFTER || left == Role.CUE;
        return fromCue && (right == Role.SOURCE_AFTER || right == Role.CONTENT_AFTER) ? Label.AFTER_CUE : Label.NONE;
    }
}
