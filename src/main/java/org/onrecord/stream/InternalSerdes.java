package org.onrecord.stream;

import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.onrecord.avro.internal.ArticleState;
import org.onrecord.avro.internal.ClaimState;
import org.onrecord.resolution.BlockEntry;
import org.onrecord.resolution.Chorus;
import org.onrecord.resolution.Insert;
import org.onrecord.resolution.Link;
import org.onrecord.resolution.Membership;
import org.onrecord.resolution.Report;
import org.onrecord.resolution.StatementMessage;
import org.onrecord.resolution.StatementState;
import org.onrecord.revision.RevisionMark;
import org.onrecord.revision.TrackedClaim;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.SketchCodec;

/** The serdes of internal topics and of state. */
final class InternalSerdes {
    private InternalSerdes() {}

    static Serde<ArticleEvent> articleEvent() {
        return serde(
                org.onrecord.avro.internal.ArticleEvent.getEncoder(),
                org.onrecord.avro.internal.ArticleEvent.getDecoder(),
                RevisionMapping::toAvro,
                RevisionMapping::toCore);
    }

    static Serde<RevisionMark> revisionMark() {
        return serde(
                ArticleState.getEncoder(), ArticleState.getDecoder(), RevisionMapping::toAvro, RevisionMapping::toCore);
    }

    static Serde<TrackedClaim> trackedClaim() {
        return serde(
                ClaimState.getEncoder(), ClaimState.getDecoder(), RevisionMapping::toAvro, RevisionMapping::toCore);
    }

    static Serde<StatementMessage> message() {
        return serde(
                org.onrecord.avro.internal.StatementMessage.getEncoder(),
                org.onrecord.avro.internal.StatementMessage.getDecoder(),
                MessageMapping::toAvro,
                MessageMapping::toCore);
    }

    static Serde<Insert> insert() {
        return serde(
                org.onrecord.avro.internal.Insert.getEncoder(),
                org.onrecord.avro.internal.Insert.getDecoder(),
                MessageMapping::toAvro,
                MessageMapping::toCore);
    }

    static Serde<StatementState> statementState() {
        return serde(
                org.onrecord.avro.internal.StatementState.getEncoder(),
                org.onrecord.avro.internal.StatementState.getDecoder(),
                StatementMapping::toAvro,
                StatementMapping::toCore);
    }

    static Serde<Link> link() {
        return serde(
                org.onrecord.avro.internal.Link.getEncoder(),
                org.onrecord.avro.internal.Link.getDecoder(),
                StatementMapping::toAvro,
                StatementMapping::toCore);
    }

    static Serde<Membership> membership() {
        return serde(
                org.onrecord.avro.internal.Membership.getEncoder(),
                org.onrecord.avro.internal.Membership.getDecoder(),
                StatementMapping::toAvro,
                StatementMapping::toCore);
    }

    static Serde<Report> report() {
        return serde(
                org.onrecord.avro.internal.Report.getEncoder(),
                org.onrecord.avro.internal.Report.getDecoder(),
                StatementMapping::toAvro,
                StatementMapping::toCore);
    }

    static Serde<Chorus> chorus() {
        return serde(
                org.onrecord.avro.internal.Chorus.getEncoder(),
                org.onrecord.avro.internal.Chorus.getDecoder(),
                StatementMapping::toAvro,
                StatementMapping::toCore);
    }

    static Serde<BlockEntry> blockEntry() {
        return serde(
                org.onrecord.avro.internal.BlockEntry.getEncoder(),
                org.onrecord.avro.internal.BlockEntry.getDecoder(),
                MessageMapping::toAvro,
                MessageMapping::toCore);
    }

    static Serde<Sketch> sketch() {
        return serde(
                org.onrecord.avro.internal.Sketch.getEncoder(),
                org.onrecord.avro.internal.Sketch.getDecoder(),
                SketchCodec::toAvro,
                SketchCodec::fromAvro);
    }

    private static <A extends SpecificRecord, C> Serde<C> serde(
            BinaryMessageEncoder<A> encoder,
            BinaryMessageDecoder<A> decoder,
            java.util.function.Function<C, A> toAvro,
            java.util.function.Function<A, C> toCore) {
        return new SingleObjectSerde<>(encoder, decoder, toAvro, toCore);
    }
}
