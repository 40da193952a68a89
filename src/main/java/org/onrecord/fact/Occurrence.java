package org.onrecord.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Modality;
import org.onrecord.claim.SourceType;
import org.onrecord.claim.Stance;

/**
 * One claim as the leader of its fact sees it.
 *
 * @param sourceText the words that name the source; empty, as are the two that follow, for the outlet's own voice
 * @param sourceResolved the source's canonical name within the article
 * @param via the agency or outlet that the claim is relayed from
 * @param stance the claim's own, towards its own words
 * @param text the claim's words
 * @param at time of the earliest revision that carried it
 * @param chain sources further out in a nested attribution, outermost first
 * @param confidence how likely the claim is right, in per cent and steps of ten: closer than that nobody can tell
 */
public record Occurrence(
        String claimId,
        String articleId,
        String outlet,
        Optional<String> outletName,
        Optional<String> sourceText,
        Optional<String> sourceResolved,
        Optional<SourceType> sourceType,
        Optional<String> via,
        Stance stance,
        Modality modality,
        ClaimKind kind,
        String text,
        Instant at,
        List<String> chain,
        int confidence) {
    public Occurrence {
        chain = List.copyOf(chain);
    }

    /** The order in which claims were made; of equal times the lesser id. */
    public static final Comparator<Occurrence> EARLIEST =
            Comparator.comparing(Occurrence::at).thenComparing(Occurrence::claimId);

    /** The same occurrence at another time. */
    public Occurrence moved(Instant other) {
        return with(claimId, articleId, other);
    }

    /** What an outlet says again when it prints the same again: all but article and time; equal for the same words. */
    public Occurrence voice() {
        return with("", "", Instant.EPOCH);
    }

    private Occurrence with(String claim, String article, Instant time) {
        return new Occurrence(
                claim,
                article,
                outlet,
                outletName,
                sourceText,
                sourceResolved,
                sourceType,
                via,
                stance,
                modality,
                kind,
                text,
                time,
                chain,
                confidence);
    }

    boolean ownVoice() {
        return kind == ClaimKind.OWN_VOICE;
    }

    /** The source by its canonical name, or else by the words beside the claim. */
    Optional<String> source() {
        return sourceResolved.filter(name -> !name.isBlank()).or(() -> sourceText.filter(words -> !words.isBlank()));
    }
}
