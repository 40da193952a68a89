package org.onrecord.interchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onrecord.claim.tagger.LabelledPassage;

/**
 * Writes passages for training outside Java: {@code {"article", "heldOut", "words": [string…], "states": [number…]}}.
 * Thread-safe.
 */
public final class LabelledPassageLines {
    private final ObjectMapper json = new ObjectMapper();

    /** One line, without its end. */
    public String write(LabelledPassage labelled) {
        ObjectNode node = json.createObjectNode();
        node.put("article", labelled.article());
        node.put("heldOut", labelled.isHeldOut());
        ArrayNode words = node.putArray("words");
        labelled.passage().words().forEach(words::add);
        ArrayNode states = node.putArray("states");
        for (int label : labelled.labels()) {
            states.add(label);
        }
        return node.toString();
    }
}
