package org.onrecord.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.article.Article;

/** Reads the lines of an articles file. Thread-safe. */
public final class ArticleLines {
    private final ObjectMapper json = new ObjectMapper();

    /** Reads one line; throws {@link UnusableLineException}, whose message says what to mend. */
    public ArticleLine read(String line) {
        JsonNode node = parse(line);
        String id = required(node, "id");
        String outlet = text(node, "outlet").map(ArticleLines::outletId).orElseThrow(() -> missing("outlet"));
        Instant published =
                time(node, "publishedAt").or(() -> time(node, "published")).orElse(null);
        Instant updated = time(node, "updatedAt").orElse(published);
        if (updated == null) {
            throw missing("publishedAt");
        }
        if (node.path("deleted").asBoolean(false)) {
            return new ArticleLine(id, outlet, updated, Optional.empty());
        }
        String body = text(node, "body").or(() -> text(node, "text")).orElseThrow(() -> missing("body"));
        Article article = new Article(
                id,
                outlet,
                text(node, "outletName").or(() -> text(node, "outlet").filter(name -> !name.equals(outlet))),
                text(node, "headline").or(() -> text(node, "title")).orElse(""),
                published == null ? updated : published,
                updated,
                body);
        return new ArticleLine(id, outlet, updated, Optional.of(article));
    }

    private JsonNode parse(String line) {
        try {
            JsonNode node = json.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new UnusableLineException(
                    "is not JSON (" + e.getOriginalMessage() + "); write one article a line", e);
        }
        throw new UnusableLineException("is not a JSON object; write one article a line", null);
    }

    /** A topic's name allows no spaces. */
    private static String outletId(String outlet) {
        return outlet.strip().matches("[A-Za-z0-9._-]+")
                ? outlet.strip()
                : outlet.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._]+", "-");
    }

    private static String required(JsonNode node, String field) {
        return text(node, field).orElseThrow(() -> missing(field));
    }

    private static UnusableLineException missing(String field) {
        return new UnusableLineException("has no \"" + field + "\"; add it to the line", null);
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        return text(node, field).filter(text -> !text.isBlank()).map(text -> {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new UnusableLineException(
                        "has \"" + field + "\": \"" + text + "\"; write a time as 2026-11-24T08:00:00Z", e);
            }
        });
    }
}
