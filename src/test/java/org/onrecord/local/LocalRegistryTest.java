package org.onrecord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalRegistryTest {
    private static final String SCHEMA = "{\"schema\":\"{\\\"type\\\":\\\"string\\\"}\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void itKeepsSchemasInADirectoryOverARestart() throws Exception {
        String id;
        try (LocalRegistry registry = LocalRegistry.start(0, Optional.of(directory))) {
            assertThat(Probe.listensOnLoopbackOnly(registry.port())).isTrue();
            id = post(registry.url() + "/subjects/facts-value/versions");
            assertThat(id).matches("\\{\"id\":\\d+}");
        }
        try (LocalRegistry registry = LocalRegistry.start(0, Optional.of(directory))) {
            assertThat(get(registry.url() + "/schemas/ids/" + id.replaceAll("\\D", "")))
                    .contains("\\\"string\\\"");
            assertThat(get(registry.url() + "/subjects")).isEqualTo("[\"facts-value\"]");
        }
    }

    @Test
    void closingEndsItsProcess() {
        LocalRegistry registry = LocalRegistry.start(0, Optional.empty());
        assertThat(ProcessHandle.of(registry.pid())).isPresent();

        registry.close();
        registry.close();

        assertThat(ProcessHandle.of(registry.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(Probe.listens(1, registry.port())).isFalse();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket other = Probe.taken()) {
            assertThatThrownBy(() -> LocalRegistry.start(other.getLocalPort(), Optional.empty()))
                    .isInstanceOf(LocalModeException.class)
                    .hasMessageContaining("Port " + other.getLocalPort());
        }
    }

    @Test
    void aRegistryThatCannotStartShowsTheEndOfItsLog() throws Exception {
        Files.writeString(directory.resolve("schemas.mv.db"), "no database");

        assertThatThrownBy(() -> LocalRegistry.start(0, Optional.of(directory)))
                .isInstanceOf(LocalModeException.class)
                .hasMessageContaining("ended while starting")
                .hasMessageContaining("schemas.mv.db");
    }

    private String post(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private String get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
