package org.onrecord.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The compose file keeps to what it promises about whoever starts it. */
class ComposeFileTest {
    @Test
    void nothingIsPublishedBeyondThisMachine() throws IOException {
        services().forEach(service -> service.path("ports")
                .forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
        assertThat(services().path("pipeline").has("ports"))
                .as("several instances cannot share a port")
                .isFalse();
    }

    @Test
    void everythingThatStaysIsWatched() throws IOException {
        String image = Files.readString(Path.of("src", "main", "docker", "Dockerfile"));
        services().properties().forEach(service -> {
            JsonNode healthcheck = service.getValue().path("healthcheck");
            if (service.getKey().equals("topics")) {
                assertThat(healthcheck.path("disable").asBoolean()).isTrue();
            } else if (service.getKey().equals("pipeline")) {
                assertThat(image).contains("HEALTHCHECK", "/readyz");
            } else {
                assertThat(healthcheck.path("test").isArray())
                        .as(service.getKey())
                        .isTrue();
            }
        });
    }

    @Test
    void imagesOfOthersArePinned() throws IOException {
        services().forEach(service -> {
            if (!service.has("build")) {
                assertThat(service.path("image").asText()).matches(".+:v?\\d+\\.\\d+\\.\\d+");
            }
        });
    }

    @Test
    void thePipelineRunsWithoutRightsThatItDoesNotNeed() throws IOException {
        JsonNode pipeline = services().path("pipeline");
        assertThat(pipeline.path("read_only").asBoolean()).isTrue();
        assertThat(pipeline.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(pipeline.path("mem_limit").asText()).isNotBlank();
        assertThat(Files.readAllLines(Path.of("src", "main", "docker", "Dockerfile")))
                .contains("USER 10001:10001");
    }

    /** Anchors and merges are YAML's, which Jackson does not resolve. */
    private static JsonNode services() throws IOException {
        Object file = new Yaml(new LoaderOptions()).load(Files.readString(Path.of("docker-compose.yml")));
        return new ObjectMapper().valueToTree(file).path("services");
    }
}
