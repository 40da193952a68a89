package org.onrecord.resolution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.onrecord.fact.Fact;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Signature;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.SketchCache;

/**
 * Recall of true pairs against comparisons a statement, with the actor that the pipeline runs. Arguments: the folder of
 * the evaluation data, a file to keep sketches in, and how many statements are live (by default 100,000).
 */
public final class BlockingExperiment {
    private static final int NEWCOMERS = 1_000;
    private static final int CAP = 4096;
    private static final int[][] CHOICES = {
        {4, 4, 0, 26}, {4, 4, 2, 12}, {4, 4, 2, 20}, {3, 4, 2, 20}, {3, 4, 3, 18}, {4, 3, 2, 20}
    };

    private final Map<String, Sketch> sketches;
    private final Function<Sketch, Set<String>> blocks;
    private final InMemoryBlockStore store = new InMemoryBlockStore();
    private final Map<String, Set<String>> keys = new HashMap<>();
    private final Set<String> live = new HashSet<>();
    private final Counting counting = new Counting();
    private long clock;

    private BlockingExperiment(Map<String, Sketch> sketches, Function<Sketch, Set<String>> blocks) {
        this.sketches = sketches;
        this.blocks = blocks;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: BlockingExperiment EVALUATION_FOLDER SKETCH_FILE [LIVE]");
            System.exit(2);
        }
        EvaluationData data = new EvaluationData(Path.of(args[0]));
        if (!data.missing().isEmpty()) {
            System.err.println("not there: " + String.join(", ", data.missing()) + " under " + args[0]);
            System.exit(2);
        }
        Map<String, Set<EvaluationData.Pair>> pairs = data.pairs();
        List<String> news = data.sentences(100_000);
        List<String> live = args.length > 2 ? news.subList(0, Integer.parseInt(args[2])) : news;
        Set<String> all = new LinkedHashSet<>(live);
        pairs.values().forEach(set -> set.forEach(pair -> Collections.addAll(all, pair.a(), pair.b())));
        Map<String, Sketch> sketches = sketches(data, new SketchCache(Path.of(args[1])), all);
        System.out.println("cells terms topics closest | meet | recall " + pairs.keySet()
                + " | comparisons at " + live.size() + ": median mean p95, distinct median | at " + live.size() / 10
                + " | growth");
        for (int[] choice : CHOICES) {
            System.out.print(choice[0] + " " + choice[1] + " " + choice[2] + " " + choice[3] + " | ");
            new BlockingExperiment(sketches, sketch -> SketchCache.blocks(sketch, choice[0], choice[1], choice[2]))
                    .run(live, pairs, choice[3]);
        }
        System.out.print("as shipped | ");
        new BlockingExperiment(sketches, SketchCache::blocks).run(live, pairs, BlockActor.CLOSEST);
    }

    /** By key; a sentence that cannot stand alone carries its article's context, as a claim of the pipeline does. */
    private static Map<String, Sketch> sketches(EvaluationData data, SketchCache cache, Set<String> keys)
            throws IOException {
        Map<String, Sketch> bare =
                cache.of(keys.stream().map(EvaluationData::sentence).toList());
        Map<String, Sketch> sketches = new HashMap<>();
        for (String key : keys) {
            Sketch sketch = bare.get(EvaluationData.sentence(key));
            sketches.put(
                    key,
                    data.article(key)
                            .map(article -> cache.within(sketch, article))
                            .orElse(sketch));
        }
        return sketches;
    }

    private void run(List<String> sentences, Map<String, Set<EvaluationData.Pair>> pairs, int closest) {
        BlockActor actor = new BlockActor(counting, store, 1L << 50, CAP, closest);
        int few = sentences.size() / 10;
        sentences.subList(0, few).forEach(this::put);
        Cost early = cost(actor, sentences.subList(few, few + Math.min(NEWCOMERS, few)));
        sentences.subList(few, sentences.size() - NEWCOMERS).forEach(this::put);
        Cost late = cost(actor, sentences.subList(sentences.size() - NEWCOMERS, sentences.size()));
        int meet = 0;
        int found = 0;
        int count = 0;
        StringBuilder each = new StringBuilder();
        for (Set<EvaluationData.Pair> set : pairs.values()) {
            int here = 0;
            for (EvaluationData.Pair pair : set) {
                meet += Collections.disjoint(keys(pair.a()), keys(pair.b())) ? 0 : 1;
                here += compared(actor, pair) ? 1 : 0;
            }
            each.append(String.format(Locale.ROOT, " %.3f", here / (double) set.size()));
            found += here;
            count += set.size();
        }
        System.out.printf(
                Locale.ROOT,
                "%.3f | %.3f%s | %d %.0f %d, %d | %d %.0f %d, %d | %.2f%n",
                meet / (double) count,
                found / (double) count,
                each,
                late.median,
                late.mean,
                late.p95,
                late.distinct,
                early.median,
                early.mean,
                early.p95,
                early.distinct,
                late.median / (double) early.median);
    }

    private record Cost(int median, double mean, int p95, int distinct) {}

    private Cost cost(BlockActor actor, List<String> newcomers) {
        List<Integer> made = new ArrayList<>();
        List<Integer> distinct = new ArrayList<>();
        for (String sentence : newcomers) {
            newcomer(actor, sentence);
            made.add(counting.made);
            distinct.add(counting.others.size());
            remove(sentence);
        }
        newcomers.forEach(this::put);
        Collections.sort(made);
        Collections.sort(distinct);
        return new Cost(
                made.get(made.size() / 2),
                made.stream().mapToInt(n -> n).average().orElse(0),
                made.get(made.size() * 95 / 100),
                distinct.get(distinct.size() / 2));
    }

    private boolean compared(BlockActor actor, EvaluationData.Pair pair) {
        boolean known = live.contains(pair.b());
        if (!known) {
            put(pair.b());
        }
        newcomer(actor, pair.a());
        boolean found = counting.others.contains(sketches.get(pair.b()));
        remove(pair.a());
        if (!known) {
            remove(pair.b());
            live.remove(pair.b());
        }
        return found;
    }

    private void newcomer(BlockActor actor, String sentence) {
        counting.made = 0;
        counting.others.clear();
        clock++;
        for (String block : keys(sentence)) {
            Insert insert = new Insert(sentence + "+", clock, OptionalLong.empty(), 0, sketches.get(sentence));
            actor.receive(block, insert, NOBODY);
        }
    }

    private void put(String sentence) {
        clock++;
        live.add(sentence);
        BlockEntry entry = new BlockEntry(sentence, clock, 0, Signature.of(sketches.get(sentence)));
        keys(sentence).forEach(block -> store.put(block, entry, sketches.get(sentence)));
    }

    private void remove(String sentence) {
        keys(sentence).forEach(block -> {
            store.delete(block, clock, sentence + "+");
            store.delete(block, clock - 1, sentence);
        });
    }

    private Set<String> keys(String sentence) {
        return keys.computeIfAbsent(sentence, text -> blocks.apply(sketches.get(text)));
    }

    private static final class Counting implements Matcher {
        private final Set<Sketch> others = Collections.newSetFromMap(new IdentityHashMap<>());
        private int made;

        @Override
        public Comparison compare(Sketch other, Sketch newcomer) {
            made++;
            others.add(other);
            return new Comparison(Relation.NONE, 0, List.of());
        }

        @Override
        public int linkThreshold() {
            return 10_000;
        }

        @Override
        public int factThreshold() {
            return 10_000;
        }
    }

    private static final Outbox NOBODY = new Outbox() {
        @Override
        public void toStatement(String statement, StatementMessage message) {}

        @Override
        public void toBlock(String block, Insert insert) {}

        @Override
        public void publish(String factId, java.util.Optional<Fact> fact) {}
    };
}
