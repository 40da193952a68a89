package org.onrecord.claim.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordEncoderTest {
    private static final List<String> WORDS =
            List.of("The", "harbour", "master", "said", "that", "the", "ferry", "had", "left", ".");

    private final WordEncoder encoder = WordEncoder.ofAttributions();

    @Test
    void theStatesOfAWordShareItsProbability() {
        for (int[] word : encoder.scores(WORDS, 1)) {
            double sum = IntStream.of(word)
                    .mapToDouble(score -> Math.exp(score / (double) Chain.UNIT))
                    .sum();
            assertThat(sum).isCloseTo(1, within(.02));
        }
    }

    @Test
    void sourceCueAndContentAreSeenForWhatTheyAre() {
        int[][] scores = encoder.scores(WORDS, 1);
        assertThat(role(scores[2])).isEqualTo(Role.SOURCE_BEFORE);
        assertThat(role(scores[3])).isEqualTo(Role.CUE);
        assertThat(role(scores[6])).isEqualTo(Role.CONTENT_AFTER);
    }

    @Test
    void everyWordOfALongPassageHasScores() {
        List<String> words = Collections.nCopies(2000, "embankments");
        assertThat(encoder.scores(words, 1)).hasDimensions(2000, Label.COUNT);
    }

    @Test
    void noWordsHaveNoScores() {
        assertThat(encoder.scores(List.of(), 1)).isEmpty();
    }

    @Test
    void theSameWordsHaveTheSameScoresOnEveryThread() {
        int[][] scores = encoder.scores(WORDS, 1);
        assertThat(IntStream.range(0, 16).parallel().mapToObj(i -> encoder.scores(WORDS, 1)))
                .allSatisfy(others -> assertThat(others).isDeepEqualTo(scores));
    }

    private static Role role(int[] word) {
        int best = 0;
        for (int label = 1; label < Label.COUNT; label++) {
            best = word[label] > word[best] ? label : best;
        }
        return Label.role(best);
    }
}
