package org.onrecord.serve;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The metrics of Kafka Streams, its clients and RocksDB that matter, read when they are scraped. Micrometer's own binder
 * looks for new ones every 60 seconds only, and drops those that lack a tag that another of the same name has
 * (micrometer #2212, #3508); here each has the labels that it is declared with, and rows come and go with their threads,
 * tasks and stores.
 */
final class KafkaMeters {
    /** Application id and process id lead in every name, and would make a new series of each restart. */
    private static final Pattern OWN_NAME = Pattern.compile(".*-(StreamThread-\\d+.*|StateUpdater-\\d+.*|admin)");

    private static final Map<String, String> THREAD = Map.of("thread-id", "thread");
    private static final Map<String, String> TASK = Map.of("thread-id", "thread", "task-id", "task");
    private static final Map<String, String> CLIENT = Map.of("client-id", "client");
    private static final Map<String, String> STORE = Map.of("rocksdb-state-id", "store");
    private static final double MILLIS = 0.001;

    private static final List<Source> SOURCES = List.of(
            thread("process-rate", "process.rate", 1),
            thread("process-latency-avg", "process.latency.avg.seconds", MILLIS),
            thread("process-ratio", "process.ratio", 1),
            thread("poll-ratio", "poll.ratio", 1),
            thread("commit-ratio", "commit.ratio", 1),
            thread("commit-rate", "commit.rate", 1),
            thread("commit-latency-avg", "commit.latency.avg.seconds", MILLIS),
            task("dropped-records-rate", "dropped.records.rate"),
            task("active-process-ratio", "active.process.ratio"),
            client("consumer-fetch-manager-metrics", "records-consumed-rate", "consumer.records.consumed.rate", 1),
            client("consumer-fetch-manager-metrics", "bytes-consumed-rate", "consumer.bytes.consumed.rate", 1),
            client("consumer-coordinator-metrics", "rebalance-rate-per-hour", "consumer.rebalances.per.hour", 1),
            client("consumer-coordinator-metrics", "last-heartbeat-seconds-ago", "consumer.last.heartbeat.seconds", 1),
            client("producer-metrics", "record-send-rate", "producer.record.send.rate", 1),
            client("producer-metrics", "record-error-rate", "producer.record.error.rate", 1),
            client("producer-metrics", "request-latency-avg", "producer.request.latency.avg.seconds", MILLIS),
            store("cur-size-all-mem-tables", "memtable.bytes"),
            store("live-sst-files-size", "sst.files.bytes"),
            store("estimate-table-readers-mem", "table.readers.bytes"),
            store("estimate-num-keys", "keys"),
            store("background-errors", "background.errors"));

    private final Map<Source, MultiGauge> gauges = new HashMap<>();
    private final Map<String, Source> byMetric = new HashMap<>();

    /**
     * One metric to be exposed.
     *
     * @param labels Kafka's tags by the labels that they become; what remains the same without the others is summed
     */
    private record Source(String group, String metric, String meter, double scale, Map<String, String> labels) {}

    private static Source thread(String metric, String meter, double scale) {
        return new Source("stream-thread-metrics", metric, "kafka.stream.thread." + meter, scale, THREAD);
    }

    private static Source task(String metric, String meter) {
        return new Source("stream-task-metrics", metric, "kafka.stream.task." + meter, 1, TASK);
    }

    private static Source client(String group, String metric, String meter, double scale) {
        return new Source(group, metric, "kafka." + meter, scale, CLIENT);
    }

    private static Source store(String metric, String meter) {
        return new Source("stream-state-metrics", metric, "onrecord.rocksdb." + meter, 1, STORE);
    }

    KafkaMeters(Meters meters) {
        for (Source source : SOURCES) {
            gauges.put(source, MultiGauge.builder(source.meter()).register(meters.registry()));
            byMetric.put(source.group() + '/' + source.metric(), source);
        }
    }

    /** Reads them anew. */
    synchronized void refresh(Map<MetricName, ? extends Metric> metrics) {
        Map<Source, Map<Tags, Double>> found = new HashMap<>();
        metrics.values().forEach(metric -> take(metric, found));
        gauges.forEach((source, gauge) -> gauge.register(rows(found.getOrDefault(source, Map.of())), true));
    }

    private void take(Metric metric, Map<Source, Map<Tags, Double>> found) {
        MetricName name = metric.metricName();
        Source source = byMetric.get(name.group() + '/' + name.name());
        if (source == null || !hasItsTags(source, name.tags().keySet())) {
            return;
        }
        if (metric.metricValue() instanceof Number value) {
            found.computeIfAbsent(source, key -> new HashMap<>())
                    .merge(tags(source, name), value.doubleValue() * source.scale(), Double::sum);
        }
    }

    /** Clients have the same metric by topic and by node, too. */
    private static boolean hasItsTags(Source source, Set<String> tags) {
        return source.labels().equals(CLIENT)
                ? tags.equals(CLIENT.keySet())
                : tags.containsAll(source.labels().keySet());
    }

    private static Tags tags(Source source, MetricName name) {
        return Tags.of(source.labels().entrySet().stream()
                .map(label -> Tag.of(label.getValue(), shortened(name.tags().get(label.getKey()))))
                .toList());
    }

    static String shortened(String name) {
        Matcher own = OWN_NAME.matcher(name);
        return own.matches() ? own.group(1) : name;
    }

    private static List<Row<?>> rows(Map<Tags, Double> values) {
        return values.entrySet().stream().map(KafkaMeters::row).collect(Collectors.toList());
    }

    private static Row<?> row(Entry<Tags, Double> value) {
        return Row.of(value.getKey(), value.getValue());
    }
}
