package org.onrecord.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleLinesTest {
    private final ArticleLines lines = new ArticleLines();

    @Test
    void aLineWithABodyIsARevision() {
        ArticleLine line = lines.read("{\"id\":\"a\",\"outlet\":\"gazette\",\"headline\":\"H\","
                + "\"publishedAt\":\"2026-03-01T08:00:00Z\",\"body\":\"Text.\"}");
        assertThat(line.article()).hasValueSatisfying(article -> assertThat(article.updatedAt())
                .isEqualTo(Instant.parse("2026-03-01T08:00:00Z")));
    }

    @Test
    void aDeletedLineWithdraws() {
        ArticleLine line = lines.read(
                "{\"id\":\"a\",\"outlet\":\"gazette\",\"updatedAt\":\"2026-03-02T08:00:00Z\",\"deleted\":true}");
        assertThat(line.article()).isEmpty();
        assertThat(line.at()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void aLineThatLacksSomethingSaysWhatToAdd() {
        assertThatThrownBy(() -> lines.read("{\"id\":\"a\"}"))
                .isInstanceOf(UnusableLineException.class)
                .hasMessageContaining("has no \"outlet\"; add it");
        assertThatThrownBy(() -> lines.read("no")).hasMessageContaining("is not JSON");
    }
}
