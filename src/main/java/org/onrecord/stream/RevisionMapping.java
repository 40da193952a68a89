package org.onrecord.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.avro.internal.ArticleState;
import org.onrecord.avro.internal.ClaimState;
import org.onrecord.avro.internal.Revision;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Mention;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Source;
import org.onrecord.claim.SourceType;
import org.onrecord.claim.Span;
import org.onrecord.claim.Stance;
import org.onrecord.resolution.Report;
import org.onrecord.revision.CarriedClaim;
import org.onrecord.revision.RevisionMark;
import org.onrecord.revision.TrackedClaim;

/** Articles and what is kept of their revisions, between the core and Avro. */
final class RevisionMapping {
    private RevisionMapping() {}

    static org.onrecord.avro.internal.ArticleEvent toAvro(ArticleEvent event) {
        return new org.onrecord.avro.internal.ArticleEvent(
                event.articleId(),
                event.outlet(),
                event.article()
                        .map(article -> new Revision(
                                article.outletName().orElse(null),
                                article.headline(),
                                article.publishedAt().toEpochMilli(),
                                article.body()))
                        .orElse(null),
                event.at().toEpochMilli(),
                event.origin().topic(),
                event.origin().partition(),
                event.origin().offset(),
                event.raw().map(ByteBuffer::wrap).orElse(null));
    }

    static ArticleEvent toCore(org.onrecord.avro.internal.ArticleEvent avro) {
        Instant at = Instant.ofEpochMilli(avro.getAt());
        return new ArticleEvent(
                avro.getArticleId(),
                avro.getOutlet(),
                Optional.ofNullable(avro.getRevision())
                        .map(revision -> new Article(
                                avro.getArticleId(),
                                avro.getOutlet(),
                                Optional.ofNullable(revision.getOutletName()),
                                revision.getHeadline(),
                                Instant.ofEpochMilli(revision.getPublishedAt()),
                                at,
                                revision.getBody())),
                at,
                new ArticleEvent.Position(avro.getTopic(), avro.getPartition(), avro.getOffset()),
                Optional.ofNullable(avro.getRaw()).map(RevisionMapping::bytes));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static ArticleState toAvro(RevisionMark mark) {
        return new ArticleState(mark.at().toEpochMilli(), mark.rank());
    }

    static RevisionMark toCore(ArticleState avro) {
        return new RevisionMark(Instant.ofEpochMilli(avro.getAt()), avro.getRank());
    }

    static ClaimState toAvro(TrackedClaim tracked) {
        CarriedClaim carried = tracked.carried();
        return new ClaimState(
                ClaimMapping.toAvro(carried),
                carried.claim().proposition(),
                StatementMapping.toAvro(carried.statement()),
                StatementMapping.toAvro(new Report(carried.occurrence(), tracked.live())));
    }

    static TrackedClaim toCore(ClaimState avro) {
        Report report = StatementMapping.toCore(avro.getReport());
        return new TrackedClaim(
                new CarriedClaim(
                        claim(avro.getClaim(), avro.getProposition()),
                        StatementMapping.toCore(avro.getStatement()),
                        report.occurrence()),
                report.live());
    }

    private static Claim claim(org.onrecord.avro.Claim avro, String proposition) {
        return new Claim(
                ClaimKind.valueOf(avro.getKind().name()),
                mention(avro.getContent()),
                Optional.ofNullable(avro.getSource())
                        .map(source -> new Source(
                                mention(source.getMention()),
                                source.getResolved(),
                                SourceType.valueOf(source.getType().name()))),
                Optional.ofNullable(avro.getCue()).map(RevisionMapping::mention),
                Optional.ofNullable(avro.getVia()),
                avro.getChain(),
                Stance.valueOf(avro.getStance().name()),
                Modality.valueOf(avro.getModality().name()),
                proposition,
                avro.getConfidence() == null ? 0 : avro.getConfidence());
    }

    private static Mention mention(org.onrecord.avro.Mention avro) {
        List<Span> spans = avro.getSpans().stream()
                .map(span -> new Span(span.getStart(), span.getEnd()))
                .toList();
        return new Mention(avro.getText(), spans);
    }
}
