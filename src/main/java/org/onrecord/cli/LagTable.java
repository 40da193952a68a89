package org.onrecord.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.onrecord.stream.Lag.Snapshot;
import org.onrecord.stream.Lag.Topic;
import org.onrecord.stream.LagHistory;
import org.onrecord.stream.LagHistory.Progress;

/** Lag as a table for people. */
final class LagTable {
    private static final int SPARKS = 30;

    private final boolean course;

    /** @param course whether the age of the oldest is drawn over time, too */
    LagTable(boolean course) {
        this.course = course;
    }

    void print(LagHistory history, PrintWriter out) {
        List<String> header =
                new ArrayList<>(List.of("STAGE", "TOPIC", "WAITING", "OLDEST", "IN/S", "OUT/S", "DONE IN", "COURSE"));
        if (course) {
            header.add("OLDEST OVER TIME");
        }
        Table table = new Table(100, header.toArray(String[]::new));
        List<Snapshot> snapshots = history.snapshots();
        history.progress().forEach(progress -> table.row(row(progress, snapshots)));
        history.latest().ifPresent(now -> table.row(total(now)));
        table.print(out);
    }

    private Object[] row(Progress progress, List<Snapshot> snapshots) {
        Topic topic = progress.topic();
        List<Object> cells = new ArrayList<>(List.of(
                topic.stage().label(),
                topic.name(),
                (topic.exact() ? "" : "~") + topic.records(),
                topic.records() == 0 ? "-" : age(topic.oldest()),
                rate(progress.inPerSecond()),
                rate(progress.outPerSecond()),
                topic.records() == 0
                        ? "-"
                        : progress.catchUp().map(LagTable::age).orElse("?"),
                progress.course().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        if (course) {
            cells.add(Sparkline.of(ages(topic.name(), snapshots), SPARKS));
        }
        return cells.toArray();
    }

    private Object[] total(Snapshot now) {
        List<Object> cells = new ArrayList<>(
                List.of("all", "", now.records(), now.records() == 0 ? "-" : age(now.oldest()), "", "", "", ""));
        if (course) {
            cells.add("");
        }
        return cells.toArray();
    }

    private static List<Double> ages(String name, List<Snapshot> snapshots) {
        return snapshots.stream()
                .map(snapshot -> snapshot.topics().stream()
                        .filter(topic -> topic.name().equals(name))
                        .mapToDouble(topic -> topic.oldest().toMillis())
                        .findFirst()
                        .orElse(0))
                .toList();
    }

    private static String rate(OptionalDouble rate) {
        return rate.isPresent() ? String.format(Locale.ROOT, "%.1f", rate.getAsDouble()) : "-";
    }

    /** A time to the precision that matters at its length. */
    static String age(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1fs", age.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m " + seconds % 60 + "s";
        }
        return seconds < 86_400
                ? seconds / 3600 + "h " + seconds % 3600 / 60 + "m"
                : seconds / 86_400 + "d " + seconds % 86_400 / 3600 + "h";
    }
}
