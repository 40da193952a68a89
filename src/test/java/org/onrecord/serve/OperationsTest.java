package org.onrecord.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.RejectReason;

/** What the operations port tells of a pipeline at work. */
class OperationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("\\| `([a-z_0-9]+)` \\| (\\w+) \\| [^|]* \\| ([^|]*) \\|.*");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_0-9]+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    @TempDir
    private static Path directory;

    private static WatchedPipeline pipeline;

    @BeforeAll
    static void start() throws IOException {
        pipeline = new WatchedPipeline(directory);
        pipeline.watch();
        assertThat(pipeline.get("livez").statusCode()).isEqualTo(200);
        assertThat(pipeline.get("readyz").statusCode()).isEqualTo(503);
        assertThat(pipeline.get("readyz").body()).contains("it is starting");
        pipeline.run();
        await().atMost(Duration.ofMinutes(2)).until(() -> pipeline.pipeline().isRunning());
        pipeline.publish("canal", "The Velden canal was closed to barges on Monday.");
        pipeline.publish("ferry", "The Ander ferry carried 900 cars.");
        pipeline.send("json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        pipeline.drain();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    /** A name, its type and its labels. */
    private record Metric(String type, Set<String> labels) {}

    @Test
    void everyMetricOfTheTableIsExposedAndEveryMetricThatIsExposedIsInTheTable() throws IOException {
        Map<String, Metric> documented = documented();
        assertThat(documented).hasSizeGreaterThan(50);
        // Rows of lag and of Kafka's own metrics come with the first reading and the first commits.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(exposed()).containsExactlyInAnyOrderEntriesOf(documented));
    }

    private static Map<String, Metric> documented() throws IOException {
        Map<String, Metric> metrics = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/metrics.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                metrics.put(
                        row.group(1),
                        new Metric(row.group(2), labels(row.group(3).replace("`", ""), ", ")));
            }
        }
        return metrics;
    }

    private static Set<String> labels(String list, String separator) {
        Set<String> labels = new TreeSet<>(Arrays.asList(list.strip().split(separator)));
        labels.remove("–");
        labels.remove("");
        return labels;
    }

    private static Map<String, Metric> exposed() {
        Map<String, Metric> metrics = new TreeMap<>();
        String name = "";
        for (String line : pipeline.get("metrics").body().lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                name = type.group(1);
                metrics.put(name, new Metric(type.group(2), new TreeSet<>()));
            } else if (!line.startsWith("#") && sample.matches() && sample.group(2) != null) {
                Matcher label = LABEL.matcher(sample.group(2));
                while (label.find()) {
                    if (!label.group(1).equals("le")) {
                        metrics.get(name).labels().add(label.group(1));
                    }
                }
            }
        }
        return metrics;
    }

    @Test
    void whatIsCountedIsWhatWasDone() {
        assertThat(pipeline.metric("onrecord_articles_total{change=\"new\",outlet=\"alpha\"}"))
                .contains(2.0);
        assertThat(pipeline.metric("onrecord_articles_total{change=\"withdrawn\",outlet=\"alpha\"}"))
                .contains(0.0);
        assertThat(pipeline.metric("onrecord_rejected_total{reason=\"plain_json\"}"))
                .contains(1.0);
        assertThat(pipeline.metric("onrecord_fact_records_total{status=\"reported\"}"))
                .contains(2.0);
        assertThat(pipeline.metric("onrecord_statements_total{change=\"new\"}")).contains(2.0);
        assertThat(pipeline.metric("onrecord_claims_total{change=\"written\"}")).contains(2.0);
    }

    @Test
    void everyReasonIsThereFromTheStart() {
        for (RejectReason reason : RejectReason.values()) {
            assertThat(pipeline.metric(
                            "onrecord_rejected_total{reason=\"" + reason.name().toLowerCase(Locale.ROOT) + "\"}"))
                    .isPresent();
        }
    }

    @Test
    void theWayFromArticleToFactIsMeasuredForEveryFactRecord() throws IOException {
        assertThat(pipeline.metric("onrecord_article_to_fact_seconds_count")).contains(2.0);
        // All on one machine, which may be slow; but neither before the article nor a day after it.
        assertThat(pipeline.metric("onrecord_article_to_fact_seconds_sum").orElseThrow())
                .isBetween(0.1, 86_400.0);
        JsonNode latency = JSON.readTree(pipeline.get("info").body()).path("articleToFactSeconds");
        assertThat(latency.path("facts").asLong()).isEqualTo(2);
        assertThat(latency.path("median").asDouble()).isPositive();
    }

    @Test
    void aDrainedPipelineHasNoLagAtAnyStageUnderExactlyOnce() throws IOException {
        await().atMost(Duration.ofSeconds(20)).until(() -> lag().path("records").asLong() == 0);
        JsonNode lag = lag();

        assertThat(lag.path("topics"))
                .extracting(topic -> topic.path("stage").asText() + " "
                        + topic.path("topic").asText() + " "
                        + topic.path("records").asText() + " "
                        + topic.path("course").asText())
                .containsExactly(
                        "intake articles.alpha 0 up_to_date",
                        "extract onrecord.articles 0 up_to_date",
                        "statement onrecord.statements 0 up_to_date",
                        "block onrecord.blocks 0 up_to_date",
                        "facts facts 0 up_to_date");
        assertThat(pipeline.metric("onrecord_stage_lag_seconds{stage=\"statement\",topic=\"onrecord.statements\"}"))
                .contains(0.0);
    }

    private static JsonNode lag() throws IOException {
        return JSON.readTree(pipeline.get("lag").body());
    }

    @Test
    void aPipelineAtWorkIsLiveAndReady() throws IOException {
        assertThat(pipeline.get("livez").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = pipeline.get("readyz");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(ready.body()).path("state").asText()).isEqualTo("running");
        assertThat(pipeline.metric("onrecord_ready")).contains(1.0);
        assertThat(pipeline.metric("onrecord_streams_state{state=\"running\"}")).contains(1.0);
        assertThat(pipeline.metric("onrecord_broker_up")).contains(1.0);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(pipeline.metric("onrecord_registry_up"))
                .contains(1.0));
    }

    @Test
    void thePageAndItsPartsNeedNobodyElse() {
        for (String path : new String[] {"", "status.css", "status.js"}) {
            HttpResponse<String> page = pipeline.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'");
            assertThat(page.body().replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http://", "https://", "innerHTML", "style=\"");
        }
    }

    @Test
    void nothingCanBeChangedThereAndWhatIsNotThereIsSaid() {
        HttpRequest.Builder post = HttpRequest.newBuilder(
                        URI.create(pipeline.operations().url()).resolve("lag"))
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(pipeline.request(post).statusCode()).isEqualTo(405);
        assertThat(pipeline.get("admin").statusCode()).isEqualTo(404);
        assertThat(pipeline.operations().url()).startsWith("http://127.0.0.1:");
    }
}
