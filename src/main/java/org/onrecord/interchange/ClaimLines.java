package org.onrecord.interchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.onrecord.claim.Claim;
import org.onrecord.claim.Mention;

/** Writes the lines of a claims file. Thread-safe. */
public final class ClaimLines {
    private final ObjectMapper json = new ObjectMapper();

    /** One line, without its newline. */
    public String write(
            String claimId,
            String articleId,
            String outlet,
            Claim claim,
            Optional<String> statementId,
            Instant publishedAt) {
        ObjectNode line = json.createObjectNode();
        line.put("claimId", claimId).put("articleId", articleId).put("outlet", outlet);
        line.put("kind", claim.kind().name());
        line.set("content", mention(claim.content()));
        line.set(
                "source",
                claim.source()
                        .map(source -> mention(source.mention())
                                .put("resolved", source.resolved())
                                .put("type", source.type().name()))
                        .orElse(null));
        line.set("cue", claim.cue().map(this::mention).orElse(null));
        line.put("via", claim.via().orElse(null));
        ArrayNode chain = line.putArray("chain");
        claim.chain().forEach(chain::add);
        line.put("stance", claim.stance().name());
        line.put("modality", claim.modality().name());
        line.put("confidence", claim.confidence());
        line.put("proposition", claim.proposition());
        line.put("statementId", statementId.orElse(null));
        line.put("publishedAt", publishedAt.toString());
        return line.toString();
    }

    private ObjectNode mention(Mention mention) {
        ObjectNode node = json.createObjectNode().put("text", mention.text());
        ArrayNode spans = node.putArray("spans");
        mention.spans().forEach(span -> spans.addArray().add(span.start()).add(span.end()));
        return node;
    }

    /** The line of a claim as it stands on its topic, without its newline. */
    public String write(org.onrecord.avro.Claim claim) {
        ObjectNode line = json.createObjectNode();
        line.put("claimId", claim.getClaimId()).put("articleId", claim.getArticleId());
        line.put("outlet", claim.getOutlet()).put("kind", claim.getKind().name());
        line.set("content", mention(claim.getContent()));
        line.set(
                "source",
                claim.getSource() == null
                        ? null
                        : mention(claim.getSource().getMention())
                                .put("resolved", claim.getSource().getResolved())
                                .put("type", claim.getSource().getType().name()));
        line.set("cue", claim.getCue() == null ? null : mention(claim.getCue()));
        line.put("via", claim.getVia());
        ArrayNode chain = line.putArray("chain");
        claim.getChain().forEach(chain::add);
        line.put("stance", claim.getStance().name())
                .put("modality", claim.getModality().name())
                .put("confidence", claim.getConfidence());
        line.put("statementId", claim.getStatementId());
        line.put("publishedAt", claim.getPublishedAt().toString());
        return line.toString();
    }

    private ObjectNode mention(org.onrecord.avro.Mention mention) {
        ObjectNode node = json.createObjectNode().put("text", mention.getText());
        ArrayNode spans = node.putArray("spans");
        mention.getSpans().forEach(span -> spans.addArray().add(span.getStart()).add(span.getEnd()));
        return node;
    }
}
