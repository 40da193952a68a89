package org.onrecord.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.Source;
import org.onrecord.interchange.ClaimLines;
import org.onrecord.markup.HtmlMarkup;
import org.onrecord.markup.MarkedArticle;
import org.onrecord.markup.TextMarkup;

/** Where {@code extract} writes articles' claims, in one of its formats. */
interface ClaimSheet {
    void write(Article article, List<Claim> claims);

    default void begin() {}

    default void end() {}

    /** One claim a row, in short. */
    static ClaimSheet table(PrintWriter out) {
        return (article, claims) -> claims.forEach(claim -> out.println("%-9s %-7s %-8s %-32s %s"
                .formatted(
                        claim.kind(),
                        claim.stance(),
                        claim.modality(),
                        claim.source().map(Source::resolved).orElse("-")
                                + claim.via().map(via -> " via " + via).orElse(""),
                        claim.content().text().replaceAll("\\s+", " "))));
    }

    /** One claim a line, for programs. */
    static ClaimSheet lines(PrintWriter out) {
        ClaimLines lines = new ClaimLines();
        return (article, claims) -> {
            int number = 0;
            for (Claim claim : claims) {
                number++;
                out.println(lines.write(
                        article.id() + "#" + number,
                        article.id(),
                        article.outlet(),
                        claim,
                        Optional.empty(),
                        article.publishedAt()));
            }
        };
    }

    /** The articles with their claims marked, for a terminal. */
    static ClaimSheet text(PrintWriter out, int width, boolean colour) {
        TextMarkup markup = new TextMarkup(width, colour);
        return new ClaimSheet() {
            @Override
            public void begin() {
                markup.legend(out);
            }

            @Override
            public void write(Article article, List<Claim> claims) {
                markup.write(new MarkedArticle(article, claims), out);
            }
        };
    }

    /** The articles with their claims marked, as a page. */
    static ClaimSheet page(PrintWriter out, String title) {
        HtmlMarkup markup = new HtmlMarkup(out);
        return new ClaimSheet() {
            @Override
            public void begin() {
                markup.begin(title);
            }

            @Override
            public void write(Article article, List<Claim> claims) {
                markup.write(new MarkedArticle(article, claims));
            }

            @Override
            public void end() {
                markup.end();
            }
        };
    }
}
