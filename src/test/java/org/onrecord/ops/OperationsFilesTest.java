package org.onrecord.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is given: rules, dashboards and the runbook fit together and speak of metrics that there are. */
class OperationsFilesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path PROMETHEUS = Path.of("ops", "prometheus");
    private static final Path DASHBOARDS = Path.of("ops", "grafana", "dashboards");
    private static final Path RUNBOOK = Path.of("docs", "runbook.md");
    /** Prometheus' own: whether a scrape succeeded, and what is alerted. */
    private static final Set<String> BUILT_IN = Set.of("up", "ALERTS");

    @Test
    void everyAlertNamesASectionOfTheRunbookAndEverySectionIsNamed() throws IOException {
        Set<String> named = new TreeSet<>();
        for (JsonNode alert : rules("alert")) {
            String runbook = alert.path("annotations").path("runbook").asText();
            assertThat(runbook).as(alert.path("alert").asText()).startsWith("docs/runbook.md#");
            named.add(runbook.substring(runbook.indexOf('#') + 1));
        }

        assertThat(named).isEqualTo(sections());
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatHasHappened() throws IOException {
        assertThat(rules("alert")).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.path("labels").path("severity").asText()).isIn("critical", "warning");
            assertThat(alert.path("annotations").path("summary").asText()).isNotBlank();
            assertThat(alert.path("annotations").path("description").asText()).isNotBlank();
        });
    }

    @Test
    void everyAlertHasAUnitTestInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
        Set<String> fire = new TreeSet<>();
        Set<String> doNot = new TreeSet<>();
        for (JsonNode test : yaml(PROMETHEUS.resolve("rules.test.yml")).path("tests")) {
            for (JsonNode check : test.path("alert_rule_test")) {
                (check.path("exp_alerts").isEmpty() ? doNot : fire)
                        .add(check.path("alertname").asText());
            }
        }

        Set<String> alerts = names(rules("alert"), "alert");
        assertThat(fire).isEqualTo(alerts);
        assertThat(doNot).isEqualTo(alerts);
    }

    @Test
    void rulesAndDashboardsAskForMetricsThatThereAre() throws IOException {
        Set<String> known = documentedMetrics();
        known.addAll(names(rules("record"), "record"));
        known.addAll(BUILT_IN);

        Set<String> asked = new TreeSet<>();
        for (String kind : List.of("alert", "record")) {
            rules(kind)
                    .forEach(rule ->
                            asked.addAll(Promql.metrics(rule.path("expr").asText())));
        }
        for (Path dashboard : dashboards()) {
            JsonNode json = new ObjectMapper().readTree(dashboard.toFile());
            for (JsonNode expression : json.findValues("expr")) {
                asked.addAll(Promql.metrics(expression.asText()));
            }
            for (JsonNode query : json.path("templating").findValues("definition")) {
                asked.addAll(Promql.metrics(query.asText().replaceAll("^label_values\\(([^,]*),.*", "$1")));
            }
        }

        assertThat(asked).hasSizeGreaterThan(30).isSubsetOf(known);
    }

    @Test
    void dashboardsKeepTheirNamesAndTellInWhichUnitTheyShow() throws IOException {
        List<Path> dashboards = dashboards();
        assertThat(dashboards)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("kafka-streams.json", "overview.json", "stages.json");
        for (Path path : dashboards) {
            JsonNode dashboard = new ObjectMapper().readTree(path.toFile());
            assertThat(dashboard.path("uid").asText()).startsWith("onrecord-");
            assertThat(dashboard.path("title").asText()).startsWith("On Record");
            assertThat(panels(dashboard)).hasSizeGreaterThan(5).allSatisfy(panel -> {
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("description").asText())
                        .as(panel.path("title").asText())
                        .isNotBlank();
                assertThat(panel.findValues("unit"))
                        .as(panel.path("title").asText())
                        .isNotEmpty();
            });
        }
    }

    @Test
    void prometheusTakesTheRulesAndItsUnitTestsPass() throws Exception {
        assumeTrue(isInstalled("promtool"), "promtool is not installed (Debian: apt-get install prometheus)");

        assertThat(promtool("check", "config", "prometheus.yml")).contains("SUCCESS");
        assertThat(promtool("test", "rules", "rules.test.yml")).contains("SUCCESS");
    }

    /** An expression of a panel, with Grafana's variables set, is one that Prometheus can read. */
    @Test
    void prometheusReadsEveryExpressionOfTheDashboards(@TempDir Path directory) throws Exception {
        assumeTrue(isInstalled("promtool"), "promtool is not installed (Debian: apt-get install prometheus)");
        ArrayNode rules = new ObjectMapper().createArrayNode();
        for (Path dashboard : dashboards()) {
            for (JsonNode expression :
                    new ObjectMapper().readTree(dashboard.toFile()).findValues("expr")) {
                rules.addObject()
                        .put("record", "panel:" + rules.size())
                        .put(
                                "expr",
                                expression
                                        .asText()
                                        .replaceAll("\\$__\\w+", "5m")
                                        .replaceAll("\\$\\w+", ".*"));
            }
        }
        ObjectNode file = new ObjectMapper().createObjectNode();
        file.putArray("groups").addObject().put("name", "panels").set("rules", rules);
        Path written = Files.writeString(directory.resolve("panels.yml"), file.toString());

        assertThat(promtool("check", "rules", written.toString())).contains("SUCCESS: " + rules.size() + " rules");
    }

    private static List<JsonNode> rules(String kind) throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        for (Path file : files(PROMETHEUS.resolve("rules"), ".yml")) {
            yaml(file).path("groups").forEach(group -> group.path("rules").forEach(rule -> {
                if (rule.has(kind)) {
                    rules.add(rule);
                }
            }));
        }
        return rules;
    }

    private static Set<String> names(List<JsonNode> rules, String kind) {
        return rules.stream().map(rule -> rule.path(kind).asText()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The addresses of the sections, made of their headings as GitHub and most others do. */
    private static Set<String> sections() throws IOException {
        try (Stream<String> lines = Files.lines(RUNBOOK)) {
            return lines.filter(line -> line.startsWith("## "))
                    .map(line ->
                            line.substring(3).strip().toLowerCase(Locale.ROOT).replace(' ', '-'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A histogram's and a summary's parts have names of their own. */
    private static Set<String> documentedMetrics() throws IOException {
        Pattern row = Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\|.*");
        Set<String> metrics = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs", "metrics.md"))) {
            Matcher matcher = row.matcher(line);
            if (matcher.matches()) {
                String name = matcher.group(1);
                metrics.add(name);
                if (matcher.group(2).matches("histogram|summary")) {
                    metrics.addAll(List.of(name + "_bucket", name + "_sum", name + "_count"));
                }
            }
        }
        return metrics;
    }

    private static List<Path> dashboards() throws IOException {
        return files(DASHBOARDS, ".json");
    }

    private static List<JsonNode> panels(JsonNode dashboard) {
        return StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(file.toFile());
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String promtool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(PROMETHEUS.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
