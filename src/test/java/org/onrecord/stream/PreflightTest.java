package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.local.EmbeddedKafka;
import org.onrecord.stream.registry.RegistryClient;

/**
 * A pipeline does not start on topics that are not as it needs them. What one test has made wrong it puts right again; a
 * broker learns of each change a moment after it is made.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreflightTest {
    @TempDir
    private static Path directory;

    private static EmbeddedKafka kafka;
    private static HttpServer registry;
    private static Admin admin;
    private static Preflight preflight;

    @BeforeAll
    static void start() throws IOException {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/config/", exchange -> {
            byte[] body = "{\"compatibilityLevel\":\"NONE\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        registry.start();
        RegistryClient client = RegistryClient.of(Map.of(
                "schema.registry.url",
                "http://127.0.0.1:" + registry.getAddress().getPort()));
        preflight = new Preflight(admin, client, "onrecord");
    }

    @AfterAll
    static void stop() {
        admin.close();
        registry.stop(0);
        kafka.close();
    }

    @Test
    @Order(1)
    void missingTopicsAreNamedAndMayBeWaitedFor() {
        await().untilAsserted(() -> assertThatThrownBy(() -> preflight.check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("onrecord.statements", "facts", "onrecord topics"));
    }

    @Test
    @Order(2)
    void topicsAsTheyAreMadeWillDo() {
        Topics.specs(2, List.of())
                .forEach(spec -> AdminCalls.get(admin.createTopics(List.of(
                                new NewTopic(spec.name(), Optional.of(2), Optional.empty()).configs(spec.configs())))
                        .all()));

        await().untilAsserted(() -> assertThatCode(() -> preflight.check()).doesNotThrowAnyException());
    }

    @Test
    @Order(3)
    void factsThatAreDeletedByTimeAreRefusedWithTheCommandThatPutsItRight() {
        set("facts", "cleanup.policy", "delete");
        await().untilAsserted(() -> assertThatThrownBy(() -> preflight.check())
                .isInstanceOf(WrongTopicsException.class)
                .hasMessageContainingAll(
                        "facts has cleanup.policy=delete", "kafka-configs.sh --alter", "cleanup.policy=compact"));

        set("facts", "cleanup.policy", "compact");
        await().untilAsserted(() -> assertThatCode(() -> preflight.check()).doesNotThrowAnyException());
    }

    @Test
    @Order(4)
    void stateOfAnotherNumberOfPartitionsIsNamed() {
        create("onrecord-fact-members-changelog", 3);
        await().untilAsserted(() -> assertThatThrownBy(() -> preflight.check())
                .isInstanceOf(WrongTopicsException.class)
                .hasMessageContainingAll("have 2 partitions", "onrecord-fact-members-changelog: 3", "reset"));

        AdminCalls.get(
                admin.deleteTopics(List.of("onrecord-fact-members-changelog")).all());
        create("another-application-changelog", 3);
    }

    @Test
    @Order(5)
    void internalTopicsThatAreCutDifferentlyAreNamed() {
        AdminCalls.get(admin.createPartitions(Map.of(Topics.BLOCKS, NewPartitions.increaseTo(5)))
                .all());

        await().untilAsserted(() -> assertThatThrownBy(() -> preflight.check())
                .isInstanceOf(WrongTopicsException.class)
                .hasMessageContaining("onrecord.blocks: 5")
                .hasMessageNotContaining("another-application"));
    }

    private static void create(String topic, int partitions) {
        AdminCalls.get(admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                .all());
    }

    private static void set(String topic, String setting, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp op = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        AdminCalls.get(
                admin.incrementalAlterConfigs(Map.of(resource, List.of(op))).all());
    }
}
