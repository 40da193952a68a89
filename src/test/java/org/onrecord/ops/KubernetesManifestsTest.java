package org.onrecord.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The manifests against the model of the Kubernetes API, which refuses fields that there are not, and among themselves. */
class KubernetesManifestsTest {
    private static final Path FOLDER = Path.of("ops", "kubernetes");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** What reads a manifest strictly, by its version and kind. */
    private interface Reader {
        Object read(String json) throws IOException;
    }

    private static final Map<String, Reader> READERS = Map.of(
            "v1/Namespace", V1Namespace::fromJson,
            "v1/ServiceAccount", V1ServiceAccount::fromJson,
            "v1/ConfigMap", V1ConfigMap::fromJson,
            "v1/Secret", V1Secret::fromJson,
            "v1/Service", V1Service::fromJson,
            "apps/v1/StatefulSet", V1StatefulSet::fromJson,
            "batch/v1/Job", V1Job::fromJson,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::fromJson,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::fromJson);

    @Test
    void everyManifestIsWhatTheKubernetesApiTakes() throws IOException {
        for (Path file : manifests()) {
            JsonNode manifest = YAML.readTree(file.toFile());
            Reader reader = READERS.get(kind(manifest));
            assertThat(reader).as("%s is %s", file, kind(manifest)).isNotNull();
            assertThat(reader.read(manifest.toString())).as(file.toString()).isNotNull();
        }
    }

    @Test
    void aFieldThatThereIsNotWouldBeFound() throws IOException {
        ObjectNode misspelt = (ObjectNode) statefulSet();
        ((ObjectNode) container(misspelt)).put("readynessProbe", "/readyz");

        assertThatThrownBy(() -> V1StatefulSet.fromJson(misspelt.toString())).hasMessageContaining("readynessProbe");
    }

    @Test
    void kustomizeTakesEverythingThatIsAppliedTogether() throws IOException {
        JsonNode resources =
                YAML.readTree(FOLDER.resolve("kustomization.yaml").toFile()).path("resources");

        Set<String> listed = StreamSupport.stream(resources.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        Set<String> there = manifests().stream()
                .map(file -> file.getFileName().toString())
                .filter(name ->
                        !Set.of("secret.example.yaml", "topics-job.yaml").contains(name))
                .collect(Collectors.toSet());
        assertThat(listed).isEqualTo(there);
    }

    @Test
    void everythingMeansTheSamePods() throws IOException {
        JsonNode labels = statefulSet().at("/spec/template/metadata/labels");

        assertThat(statefulSet().at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(read("service.yaml").at("/spec/selector")).isEqualTo(labels);
        assertThat(read("poddisruptionbudget.yaml").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(read("networkpolicy.yaml").at("/spec/podSelector/matchLabels"))
                .isEqualTo(labels);
        assertThat(statefulSet().at("/spec/serviceName"))
                .isEqualTo(read("service.yaml").at("/metadata/name"));
    }

    @Test
    void thePodHasNoMoreRightsThanItNeeds() throws IOException {
        for (String file : List.of("statefulset.yaml", "topics-job.yaml")) {
            JsonNode pod = read(file).at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/automountServiceAccountToken").isBoolean()).isTrue();
            assertThat(pod.at("/automountServiceAccountToken").asBoolean()).isFalse();
            JsonNode container = pod.at("/containers/0");
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").isBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean())
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotBlank();
        }
    }

    @Test
    void restoringIsNoReasonToBeKilled() throws IOException {
        JsonNode container = container(statefulSet());

        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/livez");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/livez");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
    }

    private static JsonNode statefulSet() throws IOException {
        return read("statefulset.yaml");
    }

    private static JsonNode container(JsonNode statefulSet) {
        return statefulSet.at("/spec/template/spec/containers/0");
    }

    private static JsonNode read(String file) throws IOException {
        return YAML.readTree(FOLDER.resolve(file).toFile());
    }

    private static String kind(JsonNode manifest) {
        return manifest.path("apiVersion").asText() + "/"
                + manifest.path("kind").asText();
    }

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
