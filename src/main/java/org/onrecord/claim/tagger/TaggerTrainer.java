package org.onrecord.claim.tagger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Makes a tagger from labelled passages. */
public final class TaggerTrainer {
    private final WordClasses classes = WordClasses.load();
    private final long seed;
    private final Consumer<String> progress;

    /** @param progress is told a line now and then */
    public TaggerTrainer(long seed, Consumer<String> progress) {
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Fits weights on all passages; how often they are right is counted with weights fitted on part of them.
     *
     * @throws IllegalArgumentException when there are too few articles to hold one out
     */
    public AttributionTagger train(List<LabelledPassage> corpus) {
        List<LabelledPassage> part = new ArrayList<>();
        List<LabelledPassage> heldOut = new ArrayList<>();
        for (LabelledPassage labelled : corpus) {
            (labelled.isHeldOut() ? heldOut : part).add(labelled);
        }
        if (part.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException("too few articles to hold some out");
        }
        progress.accept("fitting part of the corpus, to count how often the tagger is right on the rest");
        AttributionTagger trial = fit(part, identity(), identity());
        Reliability reliability = new Reliability();
        heldOut.forEach(labelled -> reliability.count(labelled, trial.tag(labelled.passage())));
        progress.accept("fitting all of the corpus");
        return fit(corpus, reliability.ofAttributions(), reliability.ofSilence());
    }

    private AttributionTagger fit(List<LabelledPassage> corpus, Calibration calibration, Calibration silence) {
        CueRates rates = CueRates.count(corpus);
        ChainTrainer trainer = new ChainTrainer(corpus, new PassageFeatures(rates, classes), seed, progress);
        return new AttributionTagger(rates, classes, trainer.train(), calibration, silence);
    }

    private static Calibration identity() {
        int[] shares = new int[Calibration.BINS];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (int) ((i + .5) * 10_000 / Calibration.BINS);
        }
        return new Calibration(shares);
    }

    /** Right means what the field counts as found: half of the words of both in common, and a word of the source. */
    private static final class Reliability {
        private final List<Double> raw = new ArrayList<>();
        private final List<Boolean> right = new ArrayList<>();
        private final List<Double> rawSilence = new ArrayList<>();
        private final List<Boolean> silent = new ArrayList<>();

        void count(LabelledPassage gold, Tagging found) {
            double[][] certain = new double[gold.labels().length][Label.COUNT];
            for (int i = 0; i < certain.length; i++) {
                certain[i][gold.labels()[i]] = 1;
            }
            List<Tagged> golds = Linker.link(gold.passage(), gold.labels(), certain, word -> true);
            for (Tagged tagged : found.attributions()) {
                raw.add(tagged.confidence());
                right.add(golds.stream().anyMatch(other -> same(tagged, other)));
            }
            countSilence(gold, found);
        }

        private void countSilence(LabelledPassage gold, Tagging found) {
            int n = gold.passage().size();
            for (int from = 0; from < n; ) {
                int to = gold.passage().sentenceEnd(from);
                if (found.rawOwnVoice(from, to) > .5) {
                    int said = 0;
                    for (int i = from; i < to; i++) {
                        Role role = Label.role(gold.labels()[i]);
                        said += role == Role.CONTENT_BEFORE || role == Role.CONTENT_AFTER ? 1 : 0;
                    }
                    rawSilence.add(found.rawOwnVoice(from, to));
                    silent.add(2 * said < to - from);
                }
                from = to;
            }
        }

        private static boolean same(Tagged a, Tagged b) {
            BitSet contentA = words(a.content());
            BitSet contentB = words(b.content());
            BitSet both = (BitSet) contentA.clone();
            both.and(contentB);
            contentA.or(contentB);
            boolean found = 2 * both.cardinality() >= contentA.cardinality();
            boolean sources = a.source().isEmpty()
                    ? b.source().isEmpty()
                    : b.source().isPresent()
                            && words(a.source().stream().toList())
                                    .intersects(words(b.source().stream().toList()));
            return found && sources;
        }

        private static BitSet words(List<Tagged.Part> parts) {
            BitSet words = new BitSet();
            parts.forEach(part -> words.set(part.from(), part.to()));
            return words;
        }

        Calibration ofAttributions() {
            return calibration(raw, right);
        }

        Calibration ofSilence() {
            return calibration(rawSilence, silent);
        }

        private static Calibration calibration(List<Double> raw, List<Boolean> right) {
            boolean[] outcomes = new boolean[right.size()];
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = right.get(i);
            }
            return Calibration.fit(raw.stream().mapToDouble(Double::doubleValue).toArray(), outcomes);
        }
    }
}
