package org.onrecord.markup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Mention;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Source;
import org.onrecord.claim.SourceType;
import org.onrecord.claim.Span;
import org.onrecord.claim.Stance;

/** An article and claims written for a test: words stand for the first place where they occur. */
final class Written {
    private final Article article;
    private final List<Claim> claims = new ArrayList<>();

    Written(String headline, String outlet, String body) {
        this.article = new Article("a-1", "paper", Optional.of(outlet), headline, Instant.EPOCH, Instant.EPOCH, body);
    }

    static Written article(String body) {
        return new Written("Ferry aground", "The Paper", body);
    }

    Written own(String... content) {
        return add(ClaimKind.OWN_VOICE, Stance.ASSERTS, Optional.empty(), Optional.empty(), List.of(), content);
    }

    Written said(String source, String cue, String... content) {
        return add(ClaimKind.INDIRECT, Stance.ASSERTS, source(source), cue(cue), List.of(), content);
    }

    Written denied(String source, String cue, String... content) {
        return add(ClaimKind.INDIRECT, Stance.DENIES, source(source), cue(cue), List.of(), content);
    }

    Written within(String outer, String source, String cue, String... content) {
        return add(ClaimKind.INDIRECT, Stance.ASSERTS, source(source), cue(cue), List.of(outer), content);
    }

    /** A claim in the outlet's own voice of these spans. */
    Written spans(List<Span> spans) {
        return add(
                ClaimKind.OWN_VOICE,
                Stance.ASSERTS,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Mention.of(article.body(), spans));
    }

    MarkedArticle marked() {
        return new MarkedArticle(article, claims);
    }

    private Written add(
            ClaimKind kind,
            Stance stance,
            Optional<Source> source,
            Optional<Mention> cue,
            List<String> chain,
            String... content) {
        return add(kind, stance, source, cue, chain, mention(content));
    }

    private Written add(
            ClaimKind kind,
            Stance stance,
            Optional<Source> source,
            Optional<Mention> cue,
            List<String> chain,
            Mention content) {
        claims.add(new Claim(
                kind, content, source, cue, Optional.empty(), chain, stance, Modality.FACT, content.text(), .9));
        return this;
    }

    private Optional<Source> source(String words) {
        return Optional.of(new Source(mention(words), words, SourceType.PERSON));
    }

    private Optional<Mention> cue(String words) {
        return Optional.of(mention(words));
    }

    private Mention mention(String... parts) {
        List<Span> spans = new ArrayList<>();
        for (String part : parts) {
            int start = article.body().indexOf(part);
            spans.add(new Span(start, start + part.length()));
        }
        return Mention.of(article.body(), spans);
    }
}
