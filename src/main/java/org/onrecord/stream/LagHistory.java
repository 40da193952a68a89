package org.onrecord.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onrecord.stream.Lag.Snapshot;
import org.onrecord.stream.Lag.Topic;

/** Snapshots of lag over time, and the rates that follow from them. Safe for use by several threads. */
public final class LagHistory {
    /** Rates are of the last minute, or of what there is. */
    private static final Duration WINDOW = Duration.ofSeconds(60);
    /** Below this share of what arrives, what is done does not keep up. */
    private static final double KEEPS_UP = 0.95;
    /** Nothing done for so long, and a record that has waited as long: something hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int limit;
    private final Deque<Snapshot> snapshots = new ArrayDeque<>();

    /** @param limit so many snapshots are kept */
    public LagHistory(int limit) {
        this.limit = Math.max(2, limit);
    }

    /** How a topic's lag goes. */
    public enum Course {
        /** Nothing waits. */
        UP_TO_DATE,
        /** What arrives is done, and what waits stays about the same. */
        STEADY,
        /** More is done than arrives. */
        CATCHING_UP,
        /** More arrives than is done. */
        FALLING_BEHIND,
        /** Something waits, and nothing is done for a while. */
        STALLED,
        /** It has not been watched for long enough. */
        UNKNOWN
    }

    /**
     * A topic's lag and where it goes.
     *
     * @param inPerSecond offsets that arrive a second; empty after one snapshot only
     * @param outPerSecond offsets done a second
     * @param catchUp when the lag will be gone at this pace; zero without lag, empty while it does not shrink
     */
    public record Progress(
            Topic topic,
            OptionalDouble inPerSecond,
            OptionalDouble outPerSecond,
            Optional<Duration> catchUp,
            Course course) {}

    /** Takes the newest snapshot. */
    public synchronized void add(Snapshot snapshot) {
        snapshots.addLast(snapshot);
        while (snapshots.size() > limit) {
            snapshots.removeFirst();
        }
    }

    /** What was seen, oldest first. */
    public synchronized List<Snapshot> snapshots() {
        return new ArrayList<>(snapshots);
    }

    /** The newest snapshot. */
    public synchronized Optional<Snapshot> latest() {
        return Optional.ofNullable(snapshots.peekLast());
    }

    /** The newest lag by topic, in the order of the flow; empty before the first snapshot. */
    public synchronized List<Progress> progress() {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        Snapshot now = snapshots.getLast();
        Snapshot then = snapshots.stream()
                .filter(snapshot -> !snapshot.at().isBefore(now.at().minus(WINDOW)))
                .findFirst()
                .orElse(now);
        Map<String, Topic> before = then.topics().stream().collect(Collectors.toMap(Topic::name, Function.identity()));
        return now.topics().stream()
                .map(topic -> progress(topic, now.at(), before.get(topic.name()), then.at()))
                .toList();
    }

    private static Progress progress(Topic topic, Instant now, Topic before, Instant then) {
        double seconds = Duration.between(then, now).toMillis() / 1000.0;
        boolean recreated = before != null && (topic.end() < before.end() || topic.done() < before.done());
        if (before == null || seconds <= 0 || recreated) {
            Optional<Duration> catchUp = topic.records() == 0 ? Optional.of(Duration.ZERO) : Optional.empty();
            Course course = topic.records() == 0 ? Course.UP_TO_DATE : Course.UNKNOWN;
            return new Progress(topic, OptionalDouble.empty(), OptionalDouble.empty(), catchUp, course);
        }
        double in = (topic.end() - before.end()) / seconds;
        double out = (topic.done() - before.done()) / seconds;
        return new Progress(
                topic,
                OptionalDouble.of(in),
                OptionalDouble.of(out),
                catchUp(topic, in, out),
                course(topic, in, out, seconds));
    }

    private static Optional<Duration> catchUp(Topic topic, double in, double out) {
        if (topic.records() == 0) {
            return Optional.of(Duration.ZERO);
        }
        double gain = out - in;
        // A gain of next to nothing would be a promise for the next century.
        return gain <= 0.001
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(topic.records() / gain * 1000)));
    }

    private static Course course(Topic topic, double in, double out, double seconds) {
        if (topic.records() == 0) {
            return Course.UP_TO_DATE;
        }
        if (out == 0) {
            boolean longEnough =
                    seconds >= PATIENCE.toSeconds() && topic.oldest().compareTo(PATIENCE) > 0;
            return longEnough ? Course.STALLED : Course.UNKNOWN;
        }
        if (out < in * KEEPS_UP) {
            return Course.FALLING_BEHIND;
        }
        return out * KEEPS_UP > in ? Course.CATCHING_UP : Course.STEADY;
    }
}
