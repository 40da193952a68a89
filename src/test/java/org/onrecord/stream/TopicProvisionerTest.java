package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.local.LocalMode;
import org.onrecord.stream.TopicProvisioner.Mismatch;
import org.onrecord.stream.registry.RegistryClient;

/** On a real broker and registry. The tests share them: each outlet's topic belongs to one test. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TopicProvisionerTest {
    /** A broker answers from what it has heard of the controller, which may be a moment old. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final List<Topics.Spec> PIPELINE = Topics.specs(2, List.of("alpha"));

    private static LocalMode local;
    private static Admin admin;
    private static RegistryClient registry;
    private static TopicProvisioner provisioner;
    private static List<String> created;

    @BeforeAll
    static void start() {
        local = LocalMode.start(LocalMode.Options.temporary());
        admin = Admin.create(Map.of("bootstrap.servers", local.bootstrapServers()));
        registry = RegistryClient.of(Map.of("schema.registry.url", local.registryUrl()));
        provisioner = new TopicProvisioner(admin, registry);
        created = provisioner.create(PIPELINE, Optional.empty());
    }

    @AfterAll
    static void stop() {
        admin.close();
        local.close();
    }

    @Test
    void whatItCreatesIsAsItHasToBe() {
        assertThat(created)
                .containsExactlyElementsOf(
                        PIPELINE.stream().map(Topics.Spec::name).toList());
        assertThat(provisioner.verify(PIPELINE)).isEmpty();
        assertThat(registry.compatibility("facts-value")).contains(TopicProvisioner.COMPATIBILITY);
        assertThatCode(() -> provisioner.require(Topics.INTERNAL)).doesNotThrowAnyException();
    }

    @Test
    void aSecondTimeItCreatesNothing() {
        assertThat(provisioner.create(PIPELINE, Optional.empty())).isEmpty();
    }

    @Test
    void aMissingTopicIsNamedWithTheCommandThatMakesIt() {
        assertThat(provisioner.verify(List.of(Topics.outlet("absent", 2))))
                .singleElement()
                .hasToString("articles.absent has no topic and should have one: run `onrecord topics`");
        assertThatThrownBy(() -> provisioner.require(List.of("onrecord.articles", "articles.absent")))
                .hasMessageContaining("no topic articles.absent;")
                .hasMessageContaining("onrecord topics");
    }

    @Test
    void anotherNumberOfPartitionsIsNamedWithItsRemedy() {
        List<Mismatch> mismatches = provisioner.verify(Topics.specs(4, List.of("alpha")));

        assertThat(mismatches)
                .extracting(Mismatch::topic)
                .as("only state is cut as topics are")
                .containsExactly("onrecord.articles", "onrecord.statements", "onrecord.blocks");
        assertThat(mismatches).allSatisfy(mismatch -> {
            assertThat(mismatch.is()).isEqualTo("2 partitions");
            assertThat(mismatch.shouldBe()).isEqualTo("4");
            assertThat(mismatch.remedy()).contains("--partitions 2");
        });
    }

    @Test
    void aCleanupPolicyThatWouldLoseArticlesIsNamedAndLeftAlone() throws Exception {
        List<Topics.Spec> compacted = List.of(Topics.outlet("compacted", 1));
        provisioner.create(compacted, Optional.empty());
        alter("articles.compacted", "cleanup.policy", "compact");

        assertThat(provisioner.create(compacted, Optional.empty())).isEmpty();
        assertThat(provisioner.verify(compacted))
                .singleElement()
                .hasToString("articles.compacted has cleanup.policy=compact and should have cleanup.policy=delete:"
                        + " run `kafka-configs.sh --alter --entity-type topics --entity-name articles.compacted"
                        + " --add-config cleanup.policy=delete`");
    }

    @Test
    void whatThePipelineReliesOnIsPlannedFirstAndThenSet() throws Exception {
        alter("onrecord.blocks", "retention.ms", "3600000");
        alter("onrecord.blocks", "max.message.bytes", "33554432");
        alter("facts", "retention.ms", "3600000");

        TopicPlan plan = provisioner.plan(PIPELINE, Optional.empty());

        assertThat(plan.wrong()).isEmpty();
        assertThat(plan.steps())
                .as("a larger record may pass, and what is compacted has no retention")
                .singleElement()
                .hasToString("change onrecord.blocks: retention.ms from 3600000 to -1");
        assertThat(provisioner.create(PIPELINE, Optional.empty())).isEmpty();
        assertThat(provisioner.plan(PIPELINE, Optional.empty()))
                .as("who only creates leaves what exists alone")
                .isEqualTo(plan);
        assertThat(provisioner.apply(plan)).isEmpty();
        await().atMost(SOON)
                .until(() -> provisioner.plan(PIPELINE, Optional.empty()).isDone());
    }

    @Test
    void anotherReplicationIsNamedAndLeftAlone() {
        TopicPlan plan = provisioner.plan(PIPELINE, Optional.of((short) 3));

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.wrong()).hasSize(PIPELINE.size()).allSatisfy(mismatch -> assertThat(mismatch.is())
                .isEqualTo("1 replicas"));
    }

    @Test
    void theNumberOfPartitionsIsThatOfTheInternalTopics() {
        assertThat(provisioner.partitions()).hasValue(2);
    }

    @Test
    void aSubjectsOtherCompatibilityIsNamedAndMendedByCreating() {
        List<Topics.Spec> lax = List.of(Topics.outlet("lax", 1));
        provisioner.create(lax, Optional.empty());
        registry.setCompatibility("articles.lax-value", "NONE");

        assertThat(provisioner.verify(lax)).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.is()).isEqualTo("NONE for subject articles.lax-value");
            assertThat(mismatch.remedy()).contains("onrecord topics");
        });
        provisioner.create(lax, Optional.empty());
        assertThat(provisioner.verify(lax)).isEmpty();
    }

    private static void alter(String topic, String key, String value) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
        await().atMost(SOON).until(() -> admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(key)
                .value()
                .equals(value));
    }
}
