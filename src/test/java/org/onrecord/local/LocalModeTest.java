package org.onrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalModeTest {
    @TempDir
    Path directory;

    @Test
    void closingStopsBothAndRemovesTheTemporaryDirectory() {
        LocalMode local = LocalMode.start(LocalMode.Options.temporary());
        Path temporary = local.temporaryDirectory().orElseThrow();
        assertThat(temporary).isNotEmptyDirectory();

        local.close();
        local.close();

        assertThat(temporary).doesNotExist();
        assertThat(Probe.listens(1, port(local.bootstrapServers()))).isFalse();
        assertThat(Probe.listens(1, port(local.registryUrl()))).isFalse();
    }

    @Test
    void itTakesThePortsItIsToldAndLeavesAGivenDirectory() {
        int kafkaPort = LoopbackPort.claim(0);
        int registryPort = LoopbackPort.claim(0);

        try (LocalMode local =
                LocalMode.start(new LocalMode.Options(kafkaPort, registryPort, Optional.of(directory)))) {
            assertThat(local.bootstrapServers()).isEqualTo("127.0.0.1:" + kafkaPort);
            assertThat(local.registryUrl()).isEqualTo("http://127.0.0.1:" + registryPort + "/apis/ccompat/v7");
            assertThat(Probe.listensOnLoopbackOnly(kafkaPort)).isTrue();
            assertThat(Probe.listensOnLoopbackOnly(registryPort)).isTrue();
        }
        assertThat(directory.resolve("kafka")).isNotEmptyDirectory();
        assertThat(directory.resolve("registry")).isNotEmptyDirectory();
    }

    @Test
    void whenOneCannotStartTheOtherIsStopped() throws Exception {
        int kafkaPort = LoopbackPort.claim(0);
        try (ServerSocket other = Probe.taken()) {
            LocalMode.Options options = new LocalMode.Options(kafkaPort, other.getLocalPort(), Optional.empty());
            assertThatThrownBy(() -> LocalMode.start(options))
                    .isInstanceOf(LocalModeException.class)
                    .hasMessageContaining("Port " + other.getLocalPort());
        }
        assertThat(Probe.listens(1, kafkaPort)).isFalse();
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new LocalMode.Options(70_000, 0, Optional.empty()))
                .hasMessageContaining("70000");
    }

    private static int port(String address) {
        return Integer.parseInt(address.replaceAll(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
    }
}
