package org.onrecord.revision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimExtractor;
import org.onrecord.claim.Source;
import org.onrecord.fact.Occurrence;
import org.onrecord.statement.Sketcher;
import org.onrecord.statement.Statement;

/** Reads a revision into the claims that it carries. Safe to share between threads. */
public final class ArticleReader {
    private final ClaimExtractor extractor;
    private final Sketcher sketcher;

    public ArticleReader(ClaimExtractor extractor, Sketcher sketcher) {
        this.extractor = extractor;
        this.sketcher = sketcher;
    }

    /** The revision's claims; one that it makes twice is there once, where it stands first. */
    public List<CarriedClaim> read(Article article) {
        Instant at = RevisionMark.timeOf(article);
        Map<String, CarriedClaim> claims = new LinkedHashMap<>();
        for (Claim claim : extractor.extract(article)) {
            Statement statement = sketcher.sketch(claim, article, at);
            Occurrence occurrence = occurrence(claim, statement, article, at);
            claims.putIfAbsent(occurrence.claimId(), new CarriedClaim(claim, statement, occurrence));
        }
        return List.copyOf(claims.values());
    }

    private static Occurrence occurrence(Claim claim, Statement statement, Article article, Instant at) {
        Optional<Source> source = claim.source();
        String claimId = Hash.of(
                article.outlet(),
                article.id(),
                statement.id(),
                source.map(Source::resolved).orElse(""),
                claim.via().orElse(""),
                String.join("\n", claim.chain()),
                claim.stance().name());
        return new Occurrence(
                claimId,
                article.id(),
                article.outlet(),
                article.outletName(),
                source.map(s -> s.mention().text()),
                source.map(Source::resolved),
                source.map(Source::type),
                claim.via(),
                claim.stance(),
                claim.modality(),
                claim.kind(),
                claim.content().text(),
                at,
                claim.chain(),
                (int) Math.round(claim.confidence() * 10) * 10);
    }
}
