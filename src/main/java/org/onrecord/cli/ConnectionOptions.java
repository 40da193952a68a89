package org.onrecord.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.onrecord.stream.registry.RegistryClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where Kafka and the registry are. An option comes before the file, the file before the environment. */
final class ConnectionOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String REGISTRY_URL = "schema.registry.url";

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka's address; else $$ONRECORD_BOOTSTRAP_SERVERS, else 127.0.0.1:9092.")
    private Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "The registry's address; else $$ONRECORD_SCHEMA_REGISTRY_URL, else http://127.0.0.1:8081.")
    private Optional<String> schemaRegistry = Optional.empty();

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients and the registry, for example credentials.")
    private Optional<Path> commandConfig = Optional.empty();

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    @SuppressWarnings("UnusedVariable") // read by Failures, from what was parsed
    private boolean verbose;

    /** What a Kafka client takes; the caller adds what it needs besides. */
    Map<String, Object> clientConfig() {
        Map<String, Object> config = file();
        put(
                config,
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                "ONRECORD_BOOTSTRAP_SERVERS",
                "127.0.0.1:9092");
        // A person is waiting: the clients' default patience is a minute and more.
        config.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }

    Map<String, Object> registryConfig() {
        Map<String, Object> config = file();
        put(config, REGISTRY_URL, schemaRegistry, "ONRECORD_SCHEMA_REGISTRY_URL", "http://127.0.0.1:8081");
        config.putIfAbsent("max.retries", 2);
        return config;
    }

    Admin admin() {
        return Admin.create(clientConfig());
    }

    RegistryClient registry() {
        return RegistryClient.of(registryConfig());
    }

    ValueFormat values() {
        Map<String, Object> config = clientConfig();
        config.putAll(registryConfig());
        return new ValueFormat(config);
    }

    /** A consumer without a group, that sees only what is committed. */
    <V> Consumer<byte[], V> consumer(Deserializer<byte[]> keys, Deserializer<V> values) {
        Map<String, Object> config = clientConfig();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(config, keys, values);
    }

    private static void put(
            Map<String, Object> config, String key, Optional<String> option, String variable, String fallback) {
        option.ifPresent(value -> config.put(key, value));
        config.putIfAbsent(
                key,
                Optional.ofNullable(System.getenv(variable))
                        .filter(value -> !value.isBlank())
                        .orElse(fallback));
    }

    private Map<String, Object> file() {
        Map<String, Object> config = new HashMap<>();
        if (commandConfig.isPresent()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(commandConfig.get())) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--command-config " + commandConfig.get() + " cannot be read as properties; check the path",
                        e);
            }
            properties.stringPropertyNames().forEach(name -> config.put(name, properties.getProperty(name)));
        }
        return config;
    }
}
