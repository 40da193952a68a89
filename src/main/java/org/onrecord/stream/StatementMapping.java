package org.onrecord.stream;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.onrecord.avro.internal.StatementContent;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Modality;
import org.onrecord.claim.SourceType;
import org.onrecord.claim.Stance;
import org.onrecord.fact.Occurrence;
import org.onrecord.fact.SlotValue;
import org.onrecord.resolution.Candidate;
import org.onrecord.resolution.Chorus;
import org.onrecord.resolution.Lead;
import org.onrecord.resolution.Link;
import org.onrecord.resolution.Membership;
import org.onrecord.resolution.Report;
import org.onrecord.resolution.StatementState;
import org.onrecord.statement.Quantity;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.SketchCodec;
import org.onrecord.statement.Statement;

/** What statement actors keep and send, between the core and Avro. */
final class StatementMapping {
    private StatementMapping() {}

    static ByteBuffer toAvro(Sketch sketch) {
        return ByteBuffer.wrap(SketchCodec.toBytes(sketch));
    }

    static Sketch sketch(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return SketchCodec.fromBytes(copy);
    }

    static StatementContent toAvro(Statement statement) {
        return new StatementContent(
                statement.id(),
                statement.window(),
                toAvro(statement.sketch()),
                statement.blocks().stream().sorted().toList());
    }

    static Statement toCore(StatementContent avro) {
        return new Statement(avro.getId(), avro.getWindow(), sketch(avro.getSketch()), Set.copyOf(avro.getBlocks()));
    }

    static org.onrecord.avro.internal.Report toAvro(Report report) {
        Occurrence occurrence = report.occurrence();
        return new org.onrecord.avro.internal.Report(
                occurrence.claimId(),
                occurrence.articleId(),
                occurrence.outlet(),
                occurrence.outletName().orElse(null),
                occurrence.sourceText().orElse(null),
                occurrence.sourceResolved().orElse(null),
                occurrence.sourceType().map(SourceType::name).orElse(null),
                occurrence.via().orElse(null),
                occurrence.stance().name(),
                occurrence.modality().name(),
                occurrence.kind().name(),
                occurrence.text(),
                occurrence.at().toEpochMilli(),
                report.live(),
                occurrence.chain(),
                occurrence.confidence());
    }

    static Report toCore(org.onrecord.avro.internal.Report avro) {
        return new Report(
                new Occurrence(
                        avro.getClaimId(),
                        avro.getArticleId(),
                        avro.getOutlet(),
                        Optional.ofNullable(avro.getOutletName()),
                        Optional.ofNullable(avro.getSourceText()),
                        Optional.ofNullable(avro.getSourceResolved()),
                        Optional.ofNullable(avro.getSourceType()).map(SourceType::valueOf),
                        Optional.ofNullable(avro.getVia()),
                        Stance.valueOf(avro.getStance()),
                        Modality.valueOf(avro.getModality()),
                        ClaimKind.valueOf(avro.getKind()),
                        avro.getText(),
                        Instant.ofEpochMilli(avro.getAt()),
                        avro.getChain(),
                        avro.getConfidence()),
                avro.getLive());
    }

    static org.onrecord.avro.internal.Chorus toAvro(Chorus chorus) {
        return new org.onrecord.avro.internal.Chorus(
                chorus.count(),
                toAvro(new Report(chorus.earliest(), true)),
                chorus.count() > 1 ? toAvro(new Report(chorus.latest(), true)) : null);
    }

    static Chorus toCore(org.onrecord.avro.internal.Chorus avro) {
        Occurrence earliest = toCore(avro.getEarliest()).occurrence();
        Optional<Occurrence> latest = Optional.ofNullable(avro.getLatest())
                .map(report -> toCore(report).occurrence());
        return new Chorus(avro.getCount(), earliest, latest.orElse(earliest));
    }

    static org.onrecord.avro.internal.Candidate toAvro(Candidate candidate) {
        return new org.onrecord.avro.internal.Candidate(
                candidate.statement(),
                candidate.firstSeen(),
                candidate.score(),
                candidate.relation().name());
    }

    static Candidate toCore(org.onrecord.avro.internal.Candidate avro) {
        return new Candidate(
                avro.getStatement(), avro.getFirstSeen(), avro.getScore(), Relation.valueOf(avro.getRelation()));
    }

    static org.onrecord.avro.internal.Membership toAvro(Membership membership) {
        return new org.onrecord.avro.internal.Membership(
                membership.relation().name(),
                membership.values().stream().map(StatementMapping::toAvro).toList(),
                membership.text());
    }

    static Membership toCore(org.onrecord.avro.internal.Membership avro) {
        return new Membership(
                Relation.valueOf(avro.getRelation()),
                avro.getValues().stream().map(StatementMapping::toCore).toList(),
                avro.getText());
    }

    private static org.onrecord.avro.internal.SlotValue toAvro(SlotValue value) {
        Quantity quantity = value.quantity();
        return new org.onrecord.avro.internal.SlotValue(
                value.slot(), quantity.value().toString(), quantity.unit(), quantity.hedged(), value.agrees());
    }

    private static SlotValue toCore(org.onrecord.avro.internal.SlotValue avro) {
        Quantity quantity = new Quantity(new BigDecimal(avro.getValue()), avro.getUnit(), avro.getHedged());
        return new SlotValue(avro.getSlot(), quantity, avro.getAgrees());
    }

    static org.onrecord.avro.internal.Link toAvro(Link link) {
        return new org.onrecord.avro.internal.Link(
                toAvro(link.candidate()),
                link.blocks().stream().sorted().toList(),
                link.lead().map(StatementMapping::toAvro).orElse(null));
    }

    static Link toCore(org.onrecord.avro.internal.Link avro) {
        return new Link(
                toCore(avro.getCandidate()),
                Set.copyOf(avro.getBlocks()),
                Optional.ofNullable(avro.getLead()).map(StatementMapping::toCore));
    }

    private static org.onrecord.avro.internal.Lead toAvro(Lead lead) {
        return new org.onrecord.avro.internal.Lead(
                lead.leader(), toAvro(lead.sketch()), lead.score(), toAvro(lead.membership()));
    }

    private static Lead toCore(org.onrecord.avro.internal.Lead avro) {
        return new Lead(avro.getLeader(), sketch(avro.getSketch()), avro.getScore(), toCore(avro.getMembership()));
    }

    static org.onrecord.avro.internal.StatementState toAvro(StatementState state) {
        return new org.onrecord.avro.internal.StatementState(
                toAvro(state.statement()),
                state.firstSeen(),
                state.answered().stream().sorted().toList(),
                state.leader().orElse(null),
                state.leaderSketch().map(StatementMapping::toAvro).orElse(null),
                state.relation().name(),
                state.published());
    }

    static StatementState toCore(org.onrecord.avro.internal.StatementState avro) {
        return new StatementState(
                toCore(avro.getStatement()),
                avro.getFirstSeen(),
                Set.copyOf(avro.getAnswered()),
                Optional.ofNullable(avro.getLeader()),
                Optional.ofNullable(avro.getLeaderSketch()).map(StatementMapping::sketch),
                Relation.valueOf(avro.getRelation()),
                avro.getPublished());
    }
}
