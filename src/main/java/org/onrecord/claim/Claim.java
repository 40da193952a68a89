package org.onrecord.claim;

import java.util.List;
import java.util.Optional;

/**
 * One proposition in one article, and who stands behind it, as extraction finds it.
 *
 * @param source always empty when {@code kind} is {@link ClaimKind#OWN_VOICE}; else only when none is named ("it is
 *     alleged that"), which a reading by {@link Granularity#PROPOSITION} takes for the outlet's own voice
 * @param cue the words of attribution; empty for the outlet's own voice
 * @param via the agency or outlet that the claim is relayed from, as the article names it
 * @param chain sources further out in a nested attribution, outermost first; an outlet that relays is the via instead
 * @param proposition the content on its own: without quotation marks, and with pronouns and roles replaced by
 *     their referents where those are known. Equal propositions at equal times are the same statement, so it
 *     depends on nothing else in the article
 * @param confidence the share of claims found as this one was that are right, 0 to 1: the content at least half, and
 *     the source
 */
public record Claim(
        ClaimKind kind,
        Mention content,
        Optional<Source> source,
        Optional<Mention> cue,
        Optional<String> via,
        List<String> chain,
        Stance stance,
        Modality modality,
        String proposition,
        double confidence) {
    public Claim {
        chain = List.copyOf(chain);
        if (kind == ClaimKind.OWN_VOICE && source.isPresent()) {
            throw new IllegalArgumentException("a claim in the outlet's own voice has no source");
        }
    }

    /** The same, read as a denial of another proposition. */
    Claim denying(String denied) {
        return new Claim(kind, content, source, cue, via, chain, Stance.DENIES, modality, denied, confidence);
    }

    /** What an outlet says itself, as a fact beyond doubt, in an article that consists of nothing else. */
    public static Claim ownVoice(String content) {
        return new Claim(
                ClaimKind.OWN_VOICE,
                Mention.of(content, List.of(new Span(0, content.length()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Stance.ASSERTS,
                Modality.FACT,
                content,
                1);
    }
}
