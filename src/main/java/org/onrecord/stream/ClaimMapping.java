package org.onrecord.stream;

import java.util.List;
import org.onrecord.avro.ClaimKind;
import org.onrecord.avro.Mention;
import org.onrecord.avro.Modality;
import org.onrecord.avro.Source;
import org.onrecord.avro.SourceType;
import org.onrecord.avro.Span;
import org.onrecord.avro.Stance;
import org.onrecord.claim.Claim;
import org.onrecord.fact.Occurrence;
import org.onrecord.revision.CarriedClaim;

/** Claims for their topic. */
public final class ClaimMapping {
    private ClaimMapping() {}

    /** The public record of a claim. */
    public static org.onrecord.avro.Claim toAvro(CarriedClaim carried) {
        Claim claim = carried.claim();
        Occurrence occurrence = carried.occurrence();
        return new org.onrecord.avro.Claim(
                occurrence.claimId(),
                occurrence.articleId(),
                occurrence.outlet(),
                kind(claim.kind()),
                mention(claim.content()),
                claim.source().map(ClaimMapping::source).orElse(null),
                claim.cue().map(ClaimMapping::mention).orElse(null),
                claim.via().orElse(null),
                claim.chain(),
                stance(claim.stance()),
                modality(claim.modality()),
                carried.statement().id(),
                occurrence.at(),
                claim.confidence());
    }

    private static Mention mention(org.onrecord.claim.Mention mention) {
        List<Span> spans = mention.spans().stream()
                .map(span -> new Span(span.start(), span.end()))
                .toList();
        return new Mention(mention.text(), spans);
    }

    private static Source source(org.onrecord.claim.Source source) {
        return new Source(mention(source.mention()), source.resolved(), type(source.type()));
    }

    private static ClaimKind kind(org.onrecord.claim.ClaimKind kind) {
        return switch (kind) {
            case DIRECT -> ClaimKind.DIRECT;
            case INDIRECT -> ClaimKind.INDIRECT;
            case MIXED -> ClaimKind.MIXED;
            case OWN_VOICE -> ClaimKind.OWN_VOICE;
        };
    }

    private static SourceType type(org.onrecord.claim.SourceType type) {
        return switch (type) {
            case PERSON -> SourceType.PERSON;
            case INSTITUTION -> SourceType.INSTITUTION;
            case ANONYMOUS -> SourceType.ANONYMOUS;
            case DOCUMENT -> SourceType.DOCUMENT;
            case CROWD -> SourceType.CROWD;
            case UNKNOWN -> SourceType.UNKNOWN;
        };
    }

    private static Stance stance(org.onrecord.claim.Stance stance) {
        return switch (stance) {
            case ASSERTS -> Stance.ASSERTS;
            case DENIES -> Stance.DENIES;
        };
    }

    private static Modality modality(org.onrecord.claim.Modality modality) {
        return switch (modality) {
            case FACT -> Modality.FACT;
            case PLAN -> Modality.PLAN;
            case POSSIBLE -> Modality.POSSIBLE;
        };
    }
}
