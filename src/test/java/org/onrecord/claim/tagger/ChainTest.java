package org.onrecord.claim.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChainTest {
    private static final int WORDS = 3;

    @Property(tries = 30)
    void theBestStatesAreThoseThatTryingAllGives(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        Chain chain = chain(random);
        int[][] scores = scores(random);
        int[] kinds = {0, random.nextInt(Steps.KINDS), random.nextInt(Steps.KINDS)};
        long most = Long.MIN_VALUE;
        for (int[] states : all()) {
            most = Math.max(most, weight(chain, scores, kinds, states));
        }
        int[] best = chain.best(scores, kinds);
        assertThat(allowed(best)).isTrue();
        assertThat(weight(chain, scores, kinds, best)).isEqualTo(most);
    }

    @Property(tries = 20)
    void probabilitiesAreTheSharesThatTryingAllGives(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        Chain chain = chain(random);
        int[][] scores = scores(random);
        int[] kinds = {0, random.nextInt(Steps.KINDS), random.nextInt(Steps.KINDS)};
        double[][] sums = new double[WORDS][Label.COUNT];
        double total = 0;
        for (int[] states : all()) {
            double weight = Math.exp(weight(chain, scores, kinds, states) / (double) Chain.UNIT);
            total += weight;
            for (int i = 0; i < WORDS; i++) {
                sums[i][states[i]] += weight;
            }
        }
        double[][] probabilities = chain.probabilities(scores, kinds);
        for (int i = 0; i < WORDS; i++) {
            for (int label = 0; label < Label.COUNT; label++) {
                assertThat(probabilities[i][label]).isCloseTo(sums[i][label] / total, within(1e-9));
            }
        }
    }

    private static Chain chain(Random random) {
        short[] steps = new short[Steps.KINDS * Label.COUNT * Label.COUNT];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (short) (random.nextInt(400) - 200);
        }
        return new Chain(new FeatureIndex(new int[0]), new short[0], steps);
    }

    private static int[][] scores(Random random) {
        int[][] scores = new int[WORDS][Label.COUNT];
        for (int[] word : scores) {
            Arrays.setAll(word, label -> random.nextInt(400) - 200);
        }
        return scores;
    }

    private static Iterable<int[]> all() {
        return () -> java.util.stream.IntStream.range(0, Label.COUNT * Label.COUNT * Label.COUNT)
                .mapToObj(i ->
                        new int[] {i / (Label.COUNT * Label.COUNT), i / Label.COUNT % Label.COUNT, i % Label.COUNT})
                .filter(ChainTest::allowed)
                .iterator();
    }

    private static boolean allowed(int[] states) {
        return Label.starts(states[0]) && Label.follows(states[0], states[1]) && Label.follows(states[1], states[2]);
    }

    private static long weight(Chain chain, int[][] scores, int[] kinds, int[] states) {
        long weight = scores[0][states[0]];
        for (int i = 1; i < WORDS; i++) {
            int at = states[i - 1] * Label.COUNT + states[i];
            weight += scores[i][states[i]] + chain.steps()[at];
            weight += kinds[i] == Steps.PLAIN ? 0 : chain.steps()[kinds[i] * Label.COUNT * Label.COUNT + at];
        }
        return weight;
    }
}
