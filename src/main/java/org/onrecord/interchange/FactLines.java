package org.onrecord.interchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.onrecord.avro.Fact;
import org.onrecord.avro.FactValue;
import org.onrecord.avro.Support;

/** Writes the lines of a facts file. Thread-safe. */
public final class FactLines {
    private final ObjectMapper json = new ObjectMapper();

    /** One line, without its newline. Times are ISO 8601. */
    public String write(Fact fact) {
        ObjectNode line = json.createObjectNode();
        line.put("factId", fact.getFactId()).put("statement", fact.getStatement());
        line.put("status", fact.getStatus().name())
                .put("modality", fact.getModality().name());
        line.put("value", fact.getValue()).put("unit", fact.getUnit());
        ArrayNode values = line.putArray("values");
        fact.getValues().forEach(value -> value(values.addObject(), value));
        strings(line, "origins", fact.getOrigins());
        strings(line, "carriers", fact.getCarriers());
        line.put("carrierCount", fact.getCarrierCount()).put("confidence", fact.getConfidence());
        strings(line, "deniedBy", fact.getDeniedBy());
        ArrayNode support = line.putArray("support");
        fact.getSupport().forEach(claim -> support(support.addObject(), claim));
        line.put("supportCount", fact.getSupportCount());
        strings(line, "aliases", fact.getAliases());
        line.put("aliasCount", fact.getAliasCount());
        line.put("firstReportedAt", fact.getFirstReportedAt().toString());
        line.put("lastReportedAt", fact.getLastReportedAt().toString());
        return line.toString();
    }

    /** The line that says that a fact no longer stands; only a stream of changes has any. */
    public String withdrawn(String factId) {
        return json.createObjectNode()
                .put("factId", factId)
                .put("withdrawn", true)
                .toString();
    }

    private static void value(ObjectNode node, FactValue value) {
        node.put("value", value.getValue()).put("unit", value.getUnit());
        node.put("at", value.getAt().toString())
                .put("standing", value.getStanding().name());
        strings(node, "origins", value.getOrigins());
    }

    private static void support(ObjectNode node, Support claim) {
        node.put("claimId", claim.getClaimId()).put("articleId", claim.getArticleId());
        node.put("outlet", claim.getOutlet()).put("source", claim.getSource()).put("via", claim.getVia());
        node.put("stance", claim.getStance().name()).put("text", claim.getText());
        node.put("publishedAt", claim.getPublishedAt().toString());
        strings(node, "chain", claim.getChain());
        node.put("origin", claim.getOrigin());
    }

    private static void strings(ObjectNode node, String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }
}
