package org.onrecord.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.onrecord.avro.Article;
import org.onrecord.avro.Claim;
import org.onrecord.avro.Fact;

/** Every released version of the public schemas can be read by today's. A release adds a folder beside v1. */
class SchemaEvolutionTest {
    private static final List<String> RELEASES = List.of("v1");

    @Test
    void todaysReadersReadWhatEveryReleaseHasWritten() throws IOException {
        for (String release : RELEASES) {
            for (Schema today : List.of(Article.SCHEMA$, Claim.SCHEMA$, Fact.SCHEMA$)) {
                Schema written = released(release, today.getName());
                assertThat(SchemaCompatibility.checkReaderWriterCompatibility(today, written)
                                .getType())
                        .as("%s as released in %s", today.getName(), release)
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    @Test
    void everyFieldOfThePublicSchemasIsDocumented() {
        for (Schema schema : List.of(Article.SCHEMA$, Claim.SCHEMA$, Fact.SCHEMA$)) {
            documented(schema);
        }
    }

    private static void documented(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                schema.getFields().forEach(field -> {
                    assertThat(field.doc())
                            .as(schema.getName() + "." + field.name())
                            .isNotBlank();
                    documented(field.schema());
                });
            }
            case UNION -> schema.getTypes().forEach(SchemaEvolutionTest::documented);
            case ARRAY -> documented(schema.getElementType());
            default -> assertThat(schema.getType()).isNotNull();
        }
    }

    private static Schema released(String release, String name) throws IOException {
        try (InputStream in =
                SchemaEvolutionTest.class.getResourceAsStream("/schemas/" + release + "/" + name + ".avsc")) {
            return new Schema.Parser().parse(in);
        }
    }
}
