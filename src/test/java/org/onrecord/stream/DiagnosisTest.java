package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.onrecord.stream.registry.RegistryRefusedException;
import org.onrecord.stream.registry.RegistryUnavailableException;
import org.rocksdb.RocksDBException;

/** A failure is told with what it comes from and what to do. */
class DiagnosisTest {
    @Test
    void aBrokerThatIsAwayPasses() {
        Diagnosis diagnosis = Diagnosis.of(new StreamsException(new TimeoutException("Topic facts not present")));

        assertThat(diagnosis.cause()).isEqualTo(FailureCause.BROKER_UNAVAILABLE);
        assertThat(diagnosis.passes()).isTrue();
        assertThat(diagnosis.message()).contains("Topic facts not present", "--bootstrap-server");
    }

    @Test
    void aBrokerWhoseNameIsNotKnownYetIsWaitedFor() {
        Diagnosis diagnosis = Diagnosis.of(new KafkaException(
                "Failed to create new KafkaAdminClient",
                new ConfigException("No resolvable bootstrap urls given in bootstrap.servers")));

        assertThat(diagnosis.cause()).isEqualTo(FailureCause.BROKER_UNAVAILABLE);
        assertThat(diagnosis.passes()).isTrue();
        assertThat(diagnosis.message()).contains("No resolvable bootstrap urls", "--bootstrap-server");
    }

    @Test
    void aBrokerThatCannotWriteIsNotToBlameOnTheStateDirectory() {
        Diagnosis diagnosis = Diagnosis.of(new StreamsException(
                new KafkaStorageException("Disk error", new IOException("No space left on device"))));

        assertThat(diagnosis.cause()).isEqualTo(FailureCause.BROKER_STORAGE);
        assertThat(diagnosis.passes()).isTrue();
    }

    @Test
    void aFullVolumeIsNamedWithItsRemedy() {
        Diagnosis diagnosis = Diagnosis.of(new ProcessorStateException(
                "Error while putting value into store links",
                new RocksDBException("While appending to file: 000012.log: No space left on device")));

        assertThat(diagnosis.cause()).isEqualTo(FailureCause.STATE_STORAGE);
        assertThat(diagnosis.passes()).isFalse();
        assertThat(diagnosis.message()).contains("--state-dir", "000012.log", "more room");
    }

    @Test
    void aStateDirectoryThatSomebodyElseUsesIsNamed() {
        Diagnosis diagnosis =
                Diagnosis.of(new StreamsException("Unable to initialize state, this can happen if multiple"
                        + " instances of Kafka Streams are running in the same state directory"));

        assertThat(diagnosis.cause()).isEqualTo(FailureCause.STATE_STORAGE);
        assertThat(diagnosis.message()).contains("no other process");
    }

    @Test
    void aMissingRightIsNamedWithTheCommandThatGrantsIt() {
        Diagnosis topic = Diagnosis.of(new TopicAuthorizationException(Set.of("facts")));
        Diagnosis group = Diagnosis.of(GroupAuthorizationException.forGroupId("onrecord"));

        assertThat(topic.cause()).isEqualTo(FailureCause.ACCESS_DENIED);
        assertThat(topic.message()).contains("topic facts", "kafka-acls.sh", "--topic facts");
        assertThat(group.message()).contains("group onrecord", "--group onrecord");
    }

    @Test
    void aWrongPasswordIsNamedWithTheSettingsToCheck() {
        Diagnosis diagnosis =
                Diagnosis.of(new KafkaException(new SaslAuthenticationException("Authentication failed")));

        assertThat(diagnosis.cause()).isEqualTo(FailureCause.ACCESS_DENIED);
        assertThat(diagnosis.message()).contains("sasl.jaas.config", "--command-config");
        assertThat(diagnosis.passes()).isFalse();
    }

    @Test
    void aMissingTopicAndAWrongNumberOfPartitionsAreNamed() {
        assertThat(Diagnosis.of(new MissingSourceTopicException("missing onrecord.blocks"))
                        .message())
                .contains("onrecord.blocks", "onrecord topics");
        Diagnosis partitions = Diagnosis.of(new StreamsException(
                "Existing internal topic onrecord-x-changelog has invalid partitions: expected: 6; actual: 3."));
        assertThat(partitions.cause()).isEqualTo(FailureCause.TOPIC_WRONG);
        assertThat(partitions.message()).contains("onrecord-x-changelog", "reset");
    }

    @Test
    void aRegistryThatIsAwayPassesAndOneThatRefusesDoesNot() {
        Diagnosis away = Diagnosis.of(
                new StreamsException(new RegistryUnavailableException("no registry at http://r", new IOException())));
        Diagnosis refused = Diagnosis.of(new StreamsException(new RegistryRefusedException("wrong password", 401)));

        assertThat(away.cause()).isEqualTo(FailureCause.REGISTRY_UNAVAILABLE);
        assertThat(away.passes()).isTrue();
        assertThat(refused.cause()).isEqualTo(FailureCause.REGISTRY_REFUSED);
        assertThat(refused.passes()).isFalse();
    }

    @Test
    void aRecordThatCannotBeProcessedIsNamedByItsPlace() {
        Diagnosis diagnosis = Diagnosis.of(new StreamsException(
                "Exception caught in process. taskId=1_0, processor=extract, topic=onrecord.articles, partition=0,"
                        + " offset=17, stacktrace=java.lang...",
                new IllegalStateException("no such thing")));

        assertThat(diagnosis.cause()).isEqualTo(FailureCause.RECORD);
        assertThat(diagnosis.message())
                .contains("topic=onrecord.articles", "offset=17", "no such thing")
                .doesNotContain("stacktrace");
    }

    @Test
    void soManyFailuresAreBorneWithinTheWindowAndOneMoreIsNot() {
        FailureLimit limit = new FailureLimit(new Endurance(2, Duration.ofMinutes(10), Duration.ofSeconds(1)));
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");

        assertThat(limit.bears(noon)).isTrue();
        assertThat(limit.bears(noon.plusSeconds(60))).isTrue();
        assertThat(limit.bears(noon.plusSeconds(120))).isFalse();
        assertThat(limit.bears(noon.plusSeconds(700))).isTrue();
    }

    @Test
    void oneFailureAloneIsNoTroubleAndASecondSoonAfterItIs() {
        Troubles troubles = new Troubles();
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        Diagnosis diagnosis = Diagnosis.of(new TimeoutException("slow"));

        troubles.add(noon, diagnosis);
        assertThat(troubles.again(noon.plusSeconds(1), Duration.ofMinutes(1))).isEmpty();

        troubles.add(noon.plusSeconds(10), diagnosis);
        assertThat(troubles.again(noon.plusSeconds(11), Duration.ofMinutes(1))).contains(diagnosis);
        assertThat(troubles.again(noon.plusSeconds(120), Duration.ofMinutes(1))).isEmpty();
    }
}
