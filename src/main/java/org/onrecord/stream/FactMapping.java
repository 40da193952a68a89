package org.onrecord.stream;

import java.util.Optional;
import org.onrecord.avro.FactModality;
import org.onrecord.avro.SupportStance;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Stance;
import org.onrecord.fact.Fact;
import org.onrecord.fact.FactStatus;
import org.onrecord.fact.FactValue;
import org.onrecord.fact.Support;
import org.onrecord.fact.ValueStanding;

/** Facts for their topic, and back. Mapping there and back gives an equal fact; times are in milliseconds. */
public final class FactMapping {
    private FactMapping() {}

    /** The public record of a fact. */
    public static org.onrecord.avro.Fact toAvro(Fact fact) {
        return new org.onrecord.avro.Fact(
                fact.factId(),
                fact.statement(),
                status(fact.status()),
                modality(fact.modality()),
                fact.value().orElse(null),
                fact.unit().orElse(null),
                fact.values().stream().map(FactMapping::value).toList(),
                fact.origins(),
                fact.carriers(),
                fact.carrierCount(),
                fact.confidence(),
                fact.deniedBy(),
                fact.support().stream().map(FactMapping::support).toList(),
                fact.supportCount(),
                fact.aliases(),
                fact.aliasCount(),
                fact.firstReportedAt(),
                fact.lastReportedAt());
    }

    /** The fact that a public record tells. */
    public static Fact fromAvro(org.onrecord.avro.Fact fact) {
        return new Fact(
                fact.getFactId(),
                fact.getStatement(),
                status(fact.getStatus()),
                modality(fact.getModality()),
                Optional.ofNullable(fact.getValue()),
                Optional.ofNullable(fact.getUnit()),
                fact.getValues().stream().map(FactMapping::value).toList(),
                fact.getOrigins(),
                fact.getCarriers(),
                fact.getCarrierCount(),
                fact.getConfidence() == null ? 0 : fact.getConfidence(),
                fact.getDeniedBy(),
                fact.getSupport().stream().map(FactMapping::support).toList(),
                fact.getSupportCount(),
                fact.getAliases(),
                fact.getAliasCount(),
                fact.getFirstReportedAt(),
                fact.getLastReportedAt());
    }

    private static org.onrecord.avro.FactValue value(FactValue v) {
        return new org.onrecord.avro.FactValue(
                v.value(), v.unit().orElse(null), v.at(), standing(v.standing()), v.origins());
    }

    private static FactValue value(org.onrecord.avro.FactValue v) {
        return new FactValue(
                v.getValue(), Optional.ofNullable(v.getUnit()), v.getAt(), standing(v.getStanding()), v.getOrigins());
    }

    private static org.onrecord.avro.Support support(Support s) {
        return new org.onrecord.avro.Support(
                s.claimId(),
                s.articleId(),
                s.outlet(),
                s.source().orElse(null),
                s.via().orElse(null),
                stance(s.stance()),
                s.text(),
                s.publishedAt(),
                s.chain(),
                s.origin());
    }

    private static Support support(org.onrecord.avro.Support s) {
        return new Support(
                s.getClaimId(),
                s.getArticleId(),
                s.getOutlet(),
                Optional.ofNullable(s.getSource()),
                Optional.ofNullable(s.getVia()),
                stance(s.getStance()),
                s.getText(),
                s.getPublishedAt(),
                s.getChain(),
                Optional.ofNullable(s.getOrigin()).orElse(""));
    }

    private static org.onrecord.avro.FactStatus status(FactStatus status) {
        return switch (status) {
            case REPORTED -> org.onrecord.avro.FactStatus.REPORTED;
            case CORROBORATED -> org.onrecord.avro.FactStatus.CORROBORATED;
            case DISPUTED -> org.onrecord.avro.FactStatus.DISPUTED;
        };
    }

    private static FactStatus status(org.onrecord.avro.FactStatus status) {
        return switch (status) {
            case REPORTED -> FactStatus.REPORTED;
            case CORROBORATED -> FactStatus.CORROBORATED;
            case DISPUTED -> FactStatus.DISPUTED;
        };
    }

    private static FactModality modality(Modality modality) {
        return switch (modality) {
            case FACT -> FactModality.FACT;
            case PLAN -> FactModality.PLAN;
            case POSSIBLE -> FactModality.POSSIBLE;
        };
    }

    private static Modality modality(FactModality modality) {
        return switch (modality) {
            case FACT -> Modality.FACT;
            case PLAN -> Modality.PLAN;
            case POSSIBLE -> Modality.POSSIBLE;
        };
    }

    private static org.onrecord.avro.ValueStanding standing(ValueStanding standing) {
        return switch (standing) {
            case CURRENT -> org.onrecord.avro.ValueStanding.CURRENT;
            case RIVAL -> org.onrecord.avro.ValueStanding.RIVAL;
            case EARLIER -> org.onrecord.avro.ValueStanding.EARLIER;
        };
    }

    private static ValueStanding standing(org.onrecord.avro.ValueStanding standing) {
        return switch (standing) {
            case CURRENT -> ValueStanding.CURRENT;
            case RIVAL -> ValueStanding.RIVAL;
            case EARLIER -> ValueStanding.EARLIER;
        };
    }

    private static SupportStance stance(Stance stance) {
        return switch (stance) {
            case ASSERTS -> SupportStance.ASSERTS;
            case DENIES -> SupportStance.DENIES;
        };
    }

    private static Stance stance(SupportStance stance) {
        return switch (stance) {
            case ASSERTS -> Stance.ASSERTS;
            case DENIES -> Stance.DENIES;
        };
    }
}
