package org.onrecord.statement;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onrecord.statement.ForestTrainer.Example;

/**
 * Learns what {@link SketchMatcher} weighs. The same material in the same order gives the same trees.
 *
 * <p>It learns from pairs of sentences, from pairs of one story's claims, and from sentences of both with a name, a
 * day or a country changed, which say something else. What a changed number or a negation does is not learned: rules
 * decide it.
 */
public final class MatcherTrainer {
    private static final int ROUNDS = 100;
    private static final int DEPTH = 3;
    private static final double RATE = 0.1;
    private static final double LEAST_WEIGHT = 20;
    private static final double STORY_MATCH = 2;
    private static final double CHANGED = 0.25;
    private static final List<Perturber.Kind> ELSEWHERE =
            List.of(Perturber.Kind.NAME, Perturber.Kind.ROLES, Perturber.Kind.WEEKDAY, Perturber.Kind.COUNTRY);

    private record Taught(String group, Example example) {}

    private final List<Taught> examples = new ArrayList<>();
    private final List<Taught> withheld = new ArrayList<>();
    private Optional<Forest> learned = Optional.empty();
    private final SortedMap<String, SentenceSketcher> sentences = new TreeMap<>();

    /** Two sentences of which nothing else is known, and what sketches them. */
    public void pair(SentenceSketcher sketcher, String a, String b, boolean same) {
        add("", sketcher.sketch(a), sketcher.sketch(b), same, 1);
        sentences.put(a, sketcher);
    }

    /** Two claims of one story, whose name leaves it out of a trial. */
    public void claims(String story, Sketch a, Sketch b, boolean same) {
        add(story, a, b, same, same ? STORY_MATCH : 1);
    }

    /** Adds what {@link Perturber} makes of the sentences seen so far; how many. */
    public int change() {
        int made = 0;
        for (Map.Entry<String, SentenceSketcher> entry : sentences.entrySet()) {
            String sentence = entry.getKey();
            SentenceSketcher sketcher = entry.getValue();
            for (Perturber.Kind kind : ELSEWHERE) {
                Optional<String> other = Perturber.change(sentence, kind);
                if (other.isPresent()) {
                    add("", sketcher.sketch(sentence), sketcher.sketch(other.get()), false, CHANGED);
                    made++;
                }
            }
        }
        return made;
    }

    private void add(String group, Sketch a, Sketch b, boolean same, double weight) {
        examples.add(taught(group, a, b, same, weight));
        learned = Optional.empty();
    }

    /** How many pairs there are. */
    public int size() {
        return examples.size();
    }

    /** Learns from all and writes the trees; {@link SketchMatcher} reads them. */
    public void write(PrintWriter out) {
        learned().write(out);
    }

    /** Two claims of a story that nothing is learned from. */
    public void withheld(String story, Sketch a, Sketch b, boolean same) {
        withheld.add(taught(story, a, b, same, 1));
    }

    /** Average precision on a story's pairs of trees that have not seen the story. */
    public double leaveOut(String story) {
        return averagePrecision(
                train(examples.stream().filter(e -> !e.group().equals(story)).toList()), story, examples);
    }

    /** Average precision of the trees on the pairs of each story that nothing is learned from, by story. */
    public SortedMap<String, Double> onWithheld() {
        SortedMap<String, Double> found = new TreeMap<>();
        withheld.forEach(
                taught -> found.computeIfAbsent(taught.group(), story -> averagePrecision(learned(), story, withheld)));
        return found;
    }

    private static double averagePrecision(Forest forest, String story, List<Taught> examples) {
        List<Example> ranked = examples.stream()
                .filter(e -> e.group().equals(story))
                .map(Taught::example)
                .sorted(Comparator.<Example>comparingInt(e -> SketchMatcher.logit(forest, e.features()))
                        .reversed()
                        .thenComparing(Example::positive))
                .toList();
        double sum = 0;
        int found = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).positive()) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    private static Taught taught(String group, Sketch a, Sketch b, boolean same, double weight) {
        return new Taught(group, new Example(Pair.of(a, b).features(), same, weight));
    }

    /** The trees of all examples, trained once. */
    private Forest learned() {
        Forest forest = learned.orElseGet(() -> train(examples));
        learned = Optional.of(forest);
        return forest;
    }

    private static Forest train(List<Taught> taught) {
        return ForestTrainer.train(
                taught.stream().map(Taught::example).toList(), Pair.SIGNS, ROUNDS, DEPTH, RATE, LEAST_WEIGHT);
    }
}
