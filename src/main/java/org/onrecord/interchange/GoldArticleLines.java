package org.onrecord.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.claim.GoldArticle;
import org.onrecord.claim.Span;

/**
 * Reads articles in which people have marked who says what: {@code {"id", "text", "attributions": [{"source", "cue",
 * "content"}]}}, each a list of [start, end) in code points. Thread-safe.
 */
public final class GoldArticleLines {
    private final ObjectMapper json = new ObjectMapper();

    /** Reads one line; throws {@link UnusableLineException}, whose message says what to mend. */
    public GoldArticle read(String line) {
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UnusableLineException(
                    "is not JSON (" + e.getOriginalMessage() + "); write one article a line", e);
        }
        if (!node.path("text").isTextual() || !node.path("attributions").isArray()) {
            throw new UnusableLineException("has no \"text\" or no \"attributions\"; add them to the line", null);
        }
        String text = node.path("text").textValue();
        List<GoldArticle.Relation> relations = new ArrayList<>();
        for (JsonNode relation : node.path("attributions")) {
            relations.add(new GoldArticle.Relation(
                    spans(relation.path("source"), text),
                    spans(relation.path("cue"), text),
                    spans(relation.path("content"), text)));
        }
        return new GoldArticle(node.path("id").asText(), text, relations);
    }

    private static List<Span> spans(JsonNode spans, String text) {
        List<Span> read = new ArrayList<>();
        int codePoints = text.codePointCount(0, text.length());
        for (JsonNode span : spans) {
            int start = span.path(0).asInt(-1);
            int end = span.path(1).asInt(-1);
            if (start < 0 || end <= start || end > codePoints) {
                throw new UnusableLineException("has the span " + span + ", which is not in its text; mend it", null);
            }
            read.add(new Span(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)));
        }
        return read;
    }
}
