package org.onrecord.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Modality;
import org.onrecord.claim.SourceType;
import org.onrecord.claim.Stance;

/** Words a test's claims in few words; every change gives a new one. */
record Saying(Occurrence occurrence) {
    static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    /** An outlet's own voice, some minutes past noon. */
    static Saying by(String outlet, String claimId, int minute) {
        return new Saying(new Occurrence(
                claimId,
                "https://" + outlet + ".example/" + claimId,
                outlet,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stance.ASSERTS,
                Modality.FACT,
                ClaimKind.OWN_VOICE,
                "The terminal at Port Ambry was closed on Tuesday",
                at(minute),
                List.of(),
                90));
    }

    static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    Saying institution(String name) {
        return source(name, name, SourceType.INSTITUTION);
    }

    Saying anonymous(String words) {
        return source(words, words, SourceType.ANONYMOUS);
    }

    Saying source(String text, String resolved, SourceType type) {
        Occurrence o = occurrence;
        return new Saying(new Occurrence(
                o.claimId(),
                o.articleId(),
                o.outlet(),
                o.outletName(),
                Optional.of(text),
                Optional.of(resolved),
                Optional.of(type),
                o.via(),
                o.stance(),
                o.modality(),
                ClaimKind.INDIRECT,
                o.text(),
                o.at(),
                o.chain(),
                o.confidence()));
    }

    Saying named(String outletName) {
        return with(Optional.of(outletName), occurrence.via(), occurrence.stance(), occurrence.modality());
    }

    Saying via(String via) {
        return with(occurrence.outletName(), Optional.of(via), occurrence.stance(), occurrence.modality());
    }

    Saying denied() {
        return with(occurrence.outletName(), occurrence.via(), Stance.DENIES, occurrence.modality());
    }

    Saying as(Modality modality) {
        return with(occurrence.outletName(), occurrence.via(), occurrence.stance(), modality);
    }

    Saying text(String text) {
        Occurrence o = occurrence;
        return new Saying(new Occurrence(
                o.claimId(),
                o.articleId(),
                o.outlet(),
                o.outletName(),
                o.sourceText(),
                o.sourceResolved(),
                o.sourceType(),
                o.via(),
                o.stance(),
                o.modality(),
                o.kind(),
                text,
                o.at(),
                o.chain(),
                o.confidence()));
    }

    private Saying with(Optional<String> outletName, Optional<String> via, Stance stance, Modality modality) {
        Occurrence o = occurrence;
        return new Saying(new Occurrence(
                o.claimId(),
                o.articleId(),
                o.outlet(),
                outletName,
                o.sourceText(),
                o.sourceResolved(),
                o.sourceType(),
                via,
                stance,
                modality,
                o.kind(),
                o.text(),
                o.at(),
                o.chain(),
                o.confidence()));
    }
}
