package org.onrecord.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.onrecord.serve.OperationsConfig;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.RunningPipeline;
import org.onrecord.stream.registry.RegistryClient;

/** All settings as a page of Markdown, made of the definitions that they are read by. */
final class ConfigurationReference {
    private ConfigurationReference() {}

    static String markdown() {
        return """
                # Configuration

                Made by `onrecord config`; a test holds that this is what it prints.

                An option of a command comes before the file of `--command-config`, and the file before the environment. The \
                file has Java properties: those below, and any of Kafka's clients and Kafka Streams. A prefix `consumer.`, \
                `producer.`, `admin.` or `topic.` says whom a Kafka setting is for.

                ## The pipeline

                """
                + table(PipelineConfig.DEFINITION)
                + """

                ## Watching and stopping it

                """
                + table(OperationsConfig.DEFINITION)
                + """

                ## The schema registry

                Named as Confluent's serdes name them, so that one file serves both.

                """
                + table(RegistryClient.settings())
                + """

                ## Kafka Streams

                What `run` sets other than Kafka's own defaults; all of it can be overridden. Changing \
                `application.id` makes another application, with state of its own. Without `processing.guarantee=exactly_once_v2` \
                a crash may count an article twice.

                | setting | value |
                |---|---|
                """
                + RunningPipeline.defaults().entrySet().stream()
                        .map(ConfigurationReference::row)
                        .collect(Collectors.joining())
                + """

                ## Environment

                | variable | instead of |
                |---|---|
                """
                + ENVIRONMENT.stream()
                        .map(variable -> "| `" + variable.name() + "` | " + variable.insteadOf() + " |\n")
                        .collect(Collectors.joining());
    }

    /** What the commands read; the launcher reads the last. */
    private record Variable(String name, String insteadOf) {}

    private static final List<Variable> ENVIRONMENT = List.of(
            new Variable("ONRECORD_BOOTSTRAP_SERVERS", "`--bootstrap-server`"),
            new Variable("ONRECORD_SCHEMA_REGISTRY_URL", "`--schema-registry`"),
            new Variable("ONRECORD_STATE_DIR", "`--state-dir` of `run` and `reset`"),
            new Variable("ONRECORD_OPERATIONS_HOST", "`--operations-host` of `run`"),
            new Variable("ONRECORD_OPERATIONS_PORT", "`--operations-port` of `run`"),
            new Variable("ONRECORD_LOG_FORMAT", "`--log-format` of `run`"),
            new Variable("ONRECORD_OPTS", "options of Java, such as `-Xmx2g` or `-Donrecord.log.level=info`"));

    private static String row(Map.Entry<String, String> setting) {
        return "| `" + setting.getKey() + "` | `" + setting.getValue() + "` |\n";
    }

    private static String table(ConfigDef definition) {
        return "| setting | type | default | range | importance | meaning |\n|---|---|---|---|---|---|\n"
                + definition.configKeys().values().stream()
                        .sorted(Comparator.comparing((ConfigKey key) -> key.importance)
                                .thenComparing(key -> key.name))
                        .map(ConfigurationReference::row)
                        .collect(Collectors.joining());
    }

    private static String row(ConfigKey key) {
        return "| `" + key.name + "` | " + key.type.name().toLowerCase(Locale.ROOT) + " | " + fallback(key) + " | "
                + (key.validator == null ? "" : key.validator) + " | "
                + key.importance.name().toLowerCase(Locale.ROOT) + " | " + key.documentation.replace("|", "\\|")
                + " |\n";
    }

    private static String fallback(ConfigKey key) {
        if (!key.hasDefault()) {
            return "has to be given";
        }
        return key.defaultValue == null ? "–" : "`" + ConfigDef.convertToString(key.defaultValue, key.type) + "`";
    }
}
