package org.onrecord.serve;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.onrecord.article.RejectReason;
import org.onrecord.fact.FactStatus;
import org.onrecord.revision.Standing;
import org.onrecord.stream.FailureCause;
import org.onrecord.stream.LagHistory.Progress;
import org.onrecord.stream.Tally;

/** The metrics of this process, as docs/metrics.md lists them. Safe for use by several threads. */
final class Meters implements Tally {
    /** Six hops, each with a commit, take a second; what was reprocessed from the beginning took years. */
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(1_500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofMillis(7_500),
        Duration.ofSeconds(10),
        Duration.ofSeconds(15),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ofSeconds(45),
        Duration.ofSeconds(60),
        Duration.ofSeconds(90),
        Duration.ofMinutes(2),
        Duration.ofMinutes(3),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private static final String TOMBSTONE = "tombstone";

    private final PrometheusRegistry prometheus = new PrometheusRegistry();
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, prometheus, Clock.SYSTEM);

    private final Map<String, Map<Standing, Counter>> articles = new ConcurrentHashMap<>();
    private final Map<ClaimChange, Counter> claims = counters("onrecord.claims", "change", ClaimChange.class);
    private final Map<StatementChange, Counter> statements =
            counters("onrecord.statements", "change", StatementChange.class);
    private final Map<FactStatus, Counter> facts = counters("onrecord.fact.records", "status", FactStatus.class);
    private final Counter tombstones = registry.counter("onrecord.fact.records", "status", TOMBSTONE);
    private final Map<RejectReason, Counter> rejected = counters("onrecord.rejected", "reason", RejectReason.class);
    private final Map<DropReason, Counter> dropped = counters("onrecord.dropped", "reason", DropReason.class);
    private final Map<FailureCause, Counter> failures = counters("onrecord.failures", "cause", FailureCause.class);
    private final Counter blocksCapped = registry.counter("onrecord.blocks.capped");
    private final Counter replacements = registry.counter("onrecord.thread.replacements");
    private final Timer latency = Timer.builder("onrecord.article.to.fact")
            .serviceLevelObjectives(LATENCIES)
            .register(registry);

    private final MultiGauge lagRecords = multi("onrecord.stage.lag.records");
    private final MultiGauge lagSeconds = multi("onrecord.stage.lag.seconds");
    private final MultiGauge inPerSecond = multi("onrecord.stage.in.per.second");
    private final MultiGauge outPerSecond = multi("onrecord.stage.out.per.second");
    private final MultiGauge catchUp = multi("onrecord.stage.catch.up.seconds");

    Meters(String version, String applicationId) {
        Info.builder()
                .name("onrecord_info")
                .labelNames("application_id", "version")
                .register(prometheus)
                .addLabelValues(applicationId, version);
        // Prometheus' own: their names are what others' dashboards ask for, and all are there from the start.
        JvmRuntimeInfoMetric.builder().register(prometheus);
        JvmMemoryMetrics.builder().register(prometheus);
        JvmGarbageCollectorMetrics.builder().register(prometheus);
        JvmThreadsMetrics.builder().register(prometheus);
        ProcessMetrics.builder().register(prometheus);
    }

    private <E extends Enum<E>> Map<E, Counter> counters(String name, String label, Class<E> values) {
        return counters(name, values, value -> Tags.of(label, label(value)));
    }

    private <E extends Enum<E>> Map<E, Counter> counters(String name, Class<E> values, Function<E, Tags> tags) {
        return Arrays.stream(values.getEnumConstants())
                .collect(Collectors.toMap(
                        Function.identity(),
                        value -> registry.counter(name, tags.apply(value)),
                        (a, b) -> a,
                        () -> new EnumMap<>(values)));
    }

    private MultiGauge multi(String name) {
        return MultiGauge.builder(name).register(registry);
    }

    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** For the handler that writes them. */
    PrometheusRegistry prometheus() {
        return prometheus;
    }

    /** For those that add meters of their own. */
    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** A value that is asked for when it is scraped. */
    void gauge(String name, Supplier<Number> value, String... tags) {
        Gauge.builder(name, value).tags(tags).register(registry);
    }

    /** Takes the newest lag; topics that are gone go. */
    void lag(List<Progress> stages) {
        rows(lagRecords, stages, stage -> (double) stage.topic().records());
        rows(lagSeconds, stages, stage -> seconds(stage.topic().oldest()));
        rows(inPerSecond, stages, stage -> stage.inPerSecond().orElse(Double.NaN));
        rows(outPerSecond, stages, stage -> stage.outPerSecond().orElse(Double.NaN));
        rows(catchUp, stages, stage -> stage.catchUp().map(Meters::seconds).orElse(Double.NaN));
    }

    private static void rows(MultiGauge gauge, List<Progress> stages, Function<Progress, Double> value) {
        gauge.register(
                stages.stream()
                        .map(stage -> Row.of(
                                Tags.of(
                                        "stage",
                                        stage.topic().stage().label(),
                                        "topic",
                                        stage.topic().name()),
                                value.apply(stage)))
                        .toList(),
                true);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** From article to fact, so far. */
    Latency latency() {
        return Latency.of(latency.takeSnapshot());
    }

    @Override
    public void article(String outlet, Standing standing) {
        articles.computeIfAbsent(
                        outlet,
                        name -> counters(
                                "onrecord.articles",
                                Standing.class,
                                value -> Tags.of("outlet", name, "change", label(value))))
                .get(standing)
                .increment();
    }

    @Override
    public void claim(ClaimChange change) {
        claims.get(change).increment();
    }

    @Override
    public void statement(StatementChange change) {
        statements.get(change).increment();
    }

    @Override
    public void fact(Optional<FactStatus> status) {
        status.map(facts::get).orElse(tombstones).increment();
    }

    @Override
    public void rejected(RejectReason reason) {
        rejected.get(reason).increment();
    }

    @Override
    public void dropped(DropReason reason) {
        dropped.get(reason).increment();
    }

    @Override
    public void blockCapped() {
        blocksCapped.increment();
    }

    @Override
    public void factAppended(Duration sinceArticle) {
        latency.record(sinceArticle);
    }

    @Override
    public void failed(FailureCause cause) {
        failures.get(cause).increment();
    }

    @Override
    public void threadReplaced() {
        replacements.increment();
    }
}
