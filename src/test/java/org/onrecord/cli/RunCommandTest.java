package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.local.GuardedKafka;
import org.onrecord.local.LocalRegistry;
import org.onrecord.stream.PipelineAcls;
import org.onrecord.stream.RunningPipeline;
import org.onrecord.stream.TopicProvisioner;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.RegistryClient;

/** What {@code onrecord run} says and ends with where somebody has to change something first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunCommandTest {
    @TempDir
    private static Path directory;

    private static GuardedKafka kafka;
    private static LocalRegistry registry;
    private static Admin admin;

    private record Outcome(int code, String err) {}

    @BeforeAll
    static void start() throws Exception {
        kafka = GuardedKafka.start(directory.resolve("kafka"));
        registry = LocalRegistry.start(0, Optional.empty());
        admin = Admin.create(Map.of("bootstrap.servers", kafka.kafka().bootstrapServers()));
        new TopicProvisioner(admin, RegistryClient.of(Map.of("schema.registry.url", registry.url())))
                .create(Topics.specs(2, List.of("alpha")), Optional.empty());
        admin.createAcls(PipelineAcls.of(GuardedKafka.PRINCIPAL, RunningPipeline.APPLICATION_ID))
                .all()
                .get();
    }

    @AfterAll
    static void stop() {
        admin.close();
        registry.close();
        kafka.close();
    }

    @Test
    @Order(1)
    void aWrongPasswordHasACodeOfItsOwn() throws IOException {
        Outcome refused = run(kafka.asDesk("pencil"));

        assertThat(refused.code()).isEqualTo(RunCommand.ACCESS_DENIED);
        assertThat(refused.err()).contains("credentials", "sasl.jaas.config", "--command-config");
    }

    @Test
    @Order(1)
    void aStateDirectoryThatCannotBeMadeHasACodeOfItsOwn() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        Outcome refused =
                run(kafka.asDesk(), "--state-dir", file.resolve("state").toString());

        assertThat(refused.code()).isEqualTo(RunCommand.STATE_STORAGE);
        assertThat(refused.err()).contains("--state-dir", file.toString());
    }

    /** Partitions cannot be taken away again, so this comes last. */
    @Test
    @Order(2)
    void factsThatAreDeletedByTimeHaveACodeOfTheirOwnAndSoHaveTopicsThatAreCutDifferently() throws Exception {
        setPolicy("delete");
        Outcome policy = run(kafka.asDesk());
        assertThat(policy.code()).isEqualTo(RunCommand.TOPIC_WRONG);
        assertThat(policy.err()).contains("facts has cleanup.policy=delete", "kafka-configs.sh --alter");

        setPolicy("compact");
        admin.createPartitions(Map.of(Topics.BLOCKS, NewPartitions.increaseTo(5)))
                .all()
                .get();
        await().untilAsserted(() -> assertThat(admin.describeTopics(List.of(Topics.BLOCKS))
                        .allTopicNames()
                        .get()
                        .get(Topics.BLOCKS)
                        .partitions())
                .hasSize(5));
        Outcome partitions = run(kafka.asDesk());
        assertThat(partitions.code()).isEqualTo(RunCommand.TOPIC_WRONG);
        assertThat(partitions.err()).contains("onrecord.blocks: 5").doesNotContain("cleanup.policy");
    }

    @Test
    @Order(1)
    void aRegistryThatRefusesIsNamedWithItsAnswer() throws IOException {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        refusing.start();
        try {
            Outcome refused = run(
                    kafka.asDesk(),
                    "--schema-registry",
                    "http://127.0.0.1:" + refusing.getAddress().getPort());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("registry", "401");
        } finally {
            refusing.stop(0);
        }
    }

    private static void setPolicy(String policy) throws Exception {
        ConfigResource facts = new ConfigResource(ConfigResource.Type.TOPIC, Topics.FACTS);
        Collection<AlterConfigOp> set =
                List.of(new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(facts, set)).all().get();
        await().untilAsserted(() -> assertThat(admin.describeConfigs(List.of(facts))
                        .all()
                        .get()
                        .get(facts)
                        .get("cleanup.policy")
                        .value())
                .isEqualTo(policy));
    }

    /** With somebody's credentials, until it gives up. */
    private static Outcome run(Map<String, Object> client, String... more) throws IOException {
        Properties properties = new Properties();
        client.forEach((key, value) -> properties.setProperty(key, value.toString()));
        Path file = directory.resolve("client.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        List<String> arguments = new ArrayList<>(List.of("run", "--command-config", file.toString()));
        arguments.addAll(List.of("--operations-port", "0", "--schema-registry", registry.url()));
        arguments.addAll(List.of("--state-dir", directory.resolve("state").toString()));
        arguments.addAll(List.of(more));
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOverwrittenOptionsAllowed(true)
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Outcome(code, err.toString());
    }
}
