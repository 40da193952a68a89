package org.onrecord.claim.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Fits a {@link Chain} by stochastic gradient on the conditional likelihood, with steps scaled a weight (AdaGrad: Duchi,
 * Hazan and Singer, 2011), features left out at random, and weights averaged over the later rounds. One thread and one
 * seed: the same corpus gives the same weights.
 */
final class ChainTrainer {
    private static final int ROUNDS = 6;
    private static final int AVERAGED_FROM = 2;
    private static final int RAREST = 2;
    private static final float LEFT_OUT = .4f;
    private static final float STEP = .03f;
    private static final float CALM = 1e-2f;
    private static final int LONGEST = 600;
    /** A feature whose weights all round to less than this many {@link Chain#UNIT}s is not kept. */
    private static final int LEAST_WEIGHT = 3;

    private final Consumer<String> progress;
    private final Random random;
    private final List<LabelledPassage> corpus;
    private final List<int[][]> features = new ArrayList<>();
    private final List<int[]> kinds = new ArrayList<>();
    private final FeatureIndex index;
    private final float[] weights;
    private final float[] squares;
    private final float[] drift;
    private final float[] steps = new float[Steps.KINDS * Label.COUNT * Label.COUNT];
    private final float[] stepSquares = new float[steps.length];
    private final float[] stepDrift = new float[steps.length];
    private int seen;

    ChainTrainer(List<LabelledPassage> corpus, PassageFeatures extractor, long seed, Consumer<String> progress) {
        this.progress = progress;
        this.random = new Random(seed);
        this.corpus = corpus.stream()
                .filter(labelled -> labelled.passage().size() <= LONGEST)
                .toList();
        long total = 0;
        for (LabelledPassage labelled : this.corpus) {
            int[][] passage = extractor.of(labelled.passage());
            features.add(passage);
            kinds.add(Steps.of(labelled.passage()));
            total += Arrays.stream(passage).mapToInt(word -> word.length).sum();
        }
        index = new FeatureIndex(common(Math.toIntExact(total)));
        features.replaceAll(this::places);
        weights = new float[index.size() * Label.COUNT];
        squares = new float[weights.length];
        drift = new float[weights.length];
    }

    /** The features that occur often enough. */
    private int[] common(int total) {
        int[] all = new int[total];
        int size = 0;
        for (int[][] passage : features) {
            for (int[] word : passage) {
                System.arraycopy(word, 0, all, size, word.length);
                size += word.length;
            }
        }
        Arrays.sort(all);
        int kept = 0;
        for (int i = 0; i < all.length; ) {
            int to = i;
            while (to < all.length && all[to] == all[i]) {
                to++;
            }
            if (to - i >= RAREST) {
                all[kept++] = all[i];
            }
            i = to;
        }
        return Arrays.copyOf(all, kept);
    }

    private int[][] places(int[][] passage) {
        int[][] places = new int[passage.length][];
        for (int i = 0; i < passage.length; i++) {
            places[i] = Arrays.stream(passage[i])
                    .map(index::find)
                    .filter(place -> place >= 0)
                    .toArray();
        }
        return places;
    }

    Chain train() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i++) {
            order.add(i);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int passage : order) {
                if (round >= AVERAGED_FROM) {
                    seen++;
                }
                learn(
                        features.get(passage),
                        kinds.get(passage),
                        corpus.get(passage).labels());
            }
            progress.accept("round " + (round + 1) + " of " + ROUNDS + ", " + index.size() + " features");
        }
        return chain();
    }

    private void learn(int[][] passage, int[] kinds, int[] labels) {
        int n = passage.length;
        float raise = 1 / (1 - LEFT_OUT);
        int[][] active = new int[n][];
        double[][] emissions = new double[n][Label.COUNT];
        for (int i = 0; i < n; i++) {
            active[i] = some(passage[i]);
            for (int place : active[i]) {
                for (int label = 0; label < Label.COUNT; label++) {
                    emissions[i][label] += weights[place * Label.COUNT + label];
                }
            }
            for (int label = 0; label < Label.COUNT; label++) {
                emissions[i][label] *= raise;
            }
        }
        double[] stepWeights = new double[steps.length];
        for (int i = 0; i < stepWeights.length; i++) {
            stepWeights[i] = steps[i];
        }
        Lattice lattice = new Lattice(emissions, kinds, new StepFactors(stepWeights));
        double[][] probabilities = lattice.probabilities();
        for (int i = 0; i < n; i++) {
            for (int label = 0; label < Label.COUNT; label++) {
                float gradient = (float) ((labels[i] == label ? 1 : 0) - probabilities[i][label]) * raise;
                if (Math.abs(gradient) > 1e-4f) {
                    for (int place : active[i]) {
                        climb(weights, squares, drift, place * Label.COUNT + label, gradient);
                    }
                }
            }
        }
        for (int i = 1; i < n; i++) {
            learnStep(lattice.pairs(i), kinds[i], labels[i - 1], labels[i]);
        }
    }

    private int[] some(int[] places) {
        int[] kept = new int[places.length];
        int count = 0;
        for (int place : places) {
            if (random.nextFloat() >= LEFT_OUT) {
                kept[count++] = place;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private void learnStep(double[][] pairs, int kind, int labelBefore, int labelAfter) {
        for (int before = 0; before < Label.COUNT; before++) {
            for (int after = 0; after < Label.COUNT; after++) {
                boolean gold = before == labelBefore && after == labelAfter;
                float gradient = (float) ((gold ? 1 : 0) - pairs[before][after]);
                if (Label.follows(before, after) && Math.abs(gradient) > 1e-4f) {
                    int at = before * Label.COUNT + after;
                    climb(steps, stepSquares, stepDrift, at, gradient);
                    if (kind != Steps.PLAIN) {
                        climb(steps, stepSquares, stepDrift, kind * Label.COUNT * Label.COUNT + at, gradient);
                    }
                }
            }
        }
    }

    /** Averaging by what each move will have counted for: Daumé's trick (2006). */
    private void climb(float[] values, float[] squares, float[] drift, int at, float gradient) {
        squares[at] += gradient * gradient;
        float move = STEP * gradient / (float) Math.sqrt(squares[at] + CALM);
        values[at] += move;
        drift[at] += seen * move;
    }

    private Chain chain() {
        int[] keys = new int[index.size()];
        short[] kept = new short[weights.length];
        int count = 0;
        for (int place = 0; place < index.size(); place++) {
            boolean matters = false;
            for (int label = 0; label < Label.COUNT; label++) {
                int at = place * Label.COUNT + label;
                kept[count * Label.COUNT + label] = rounded(weights[at], drift[at]);
                matters |= Math.abs(kept[count * Label.COUNT + label]) >= LEAST_WEIGHT;
            }
            if (matters) {
                keys[count++] = index.key(place);
            }
        }
        short[] stepWeights = new short[steps.length];
        for (int i = 0; i < steps.length; i++) {
            stepWeights[i] = rounded(steps[i], stepDrift[i]);
        }
        return new Chain(
                new FeatureIndex(Arrays.copyOf(keys, count)), Arrays.copyOf(kept, count * Label.COUNT), stepWeights);
    }

    private short rounded(float value, float moved) {
        return (short) Math.round((value - moved / (seen + 1)) * Chain.UNIT);
    }
}
