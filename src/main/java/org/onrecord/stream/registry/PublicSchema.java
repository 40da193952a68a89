package org.onrecord.stream.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** The schema as it is published in {@code schemas/}. */
final class PublicSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private PublicSchema() {}

    /**
     * Without the marks that the Java code generator leaves, so that a Java producer and one in
     * another language register the same schema, not two versions.
     */
    static String json(Schema schema) {
        try {
            return strip(JSON.readTree(schema.toString())).toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object && object.has(JAVA_STRING)) {
            object.remove(JAVA_STRING);
            // {"type": "string"} with nothing else is "string".
            if (object.size() == 1 && object.path("type").isTextual()) {
                return object.get("type");
            }
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(strip(field.getValue())));
        } else if (node.isArray()) {
            var array = (ArrayNode) node;
            for (int i = 0; i < array.size(); i++) {
                array.set(i, strip(array.get(i)));
            }
        }
        return node;
    }
}
