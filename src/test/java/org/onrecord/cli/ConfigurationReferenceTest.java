package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/configuration.md is what the code says. */
class ConfigurationReferenceTest {
    @Test
    void thePageOfSettingsIsWhatTheCodeMakesOfThem() throws IOException {
        assertThat(Files.readString(Path.of("docs", "configuration.md")))
                .as("make it anew with: ./onrecord config > docs/configuration.md")
                .isEqualTo(ConfigurationReference.markdown());
    }
}
