package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A change of the topology is a visible decision: update src/test/resources/topology.txt together with it. */
class TopologyGoldenTest {
    @Test
    void theTopologyIsTheOneThatWasAgreed() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(TestPipeline.topology().describe().toString())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
