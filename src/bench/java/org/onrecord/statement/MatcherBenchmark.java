package org.onrecord.statement;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Comparisons a second on one thread: every sentence of a small story with every other, in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MatcherBenchmark {
    private final SketchMatcher matcher = new SketchMatcher();
    private final List<Sketch> sketches =
            Sample.SENTENCES.stream().map(new SentenceSketcher()::sketch).toList();
    private int next;

    @Benchmark
    public Comparison comparisons() {
        next = (next + 1) % (sketches.size() * sketches.size());
        return matcher.compare(sketches.get(next / sketches.size()), sketches.get(next % sketches.size()));
    }
}
