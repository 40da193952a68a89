package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.onrecord.avro.Article;
import org.onrecord.stream.registry.AvroSerde;
import org.onrecord.stream.registry.RegistryClient;
import org.onrecord.stream.registry.RegistryUnavailableException;
import org.onrecord.stream.registry.UnreadableRecordException;

class TransienceTest {
    @Test
    void aRegistryThatIsAwayPasses() throws IOException {
        RegistryClient nobody = RegistryClient.of(Map.of(
                "schema.registry.url", "http://127.0.0.1:" + portOfNobody(), "max.retries", 1, "retries.wait.ms", 1));
        Throwable failure = catchThrowable(() -> AvroSerde.of(Article.class, nobody)
                .deserializer()
                .deserialize("articles.test", new byte[] {0, 0, 0, 0, 7}));

        assertThat(failure)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasRootCauseInstanceOf(IOException.class)
                .hasMessageContaining("schema.registry.url");
        assertThat(Transience.isTransient(failure)).isTrue();
        assertThat(Transience.isTransient(new StreamsException("in a task", failure)))
                .isTrue();
    }

    @Test
    void anotherSerdesFailureToReachItsRegistryPasses() {
        assertThat(Transience.isTransient(
                        new SerializationException("Error retrieving Avro schema", new IOException("refused"))))
                .isTrue();
    }

    @Test
    void bytesThatEndTooEarlyDoNotPassAlthoughAvroReportsThemAsAnIoException() {
        assertThat(Transience.isTransient(new UnreadableRecordException("too short", new EOFException())))
                .isFalse();
    }

    @Test
    void aMistakeOfOursDoesNotPass() {
        assertThat(Transience.isTransient(new StreamsException("in a task", new IllegalStateException())))
                .isFalse();
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
