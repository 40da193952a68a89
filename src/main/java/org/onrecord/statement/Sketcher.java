package org.onrecord.statement;

import java.time.Instant;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;

/** Turns a claim into the statement that it is an occurrence of. Safe to share between threads. */
public interface Sketcher {
    /**
     * The statement that {@code claim} is an occurrence of.
     *
     * @param article the revision that carries the claim: its times resolve relative dates, and its id, headline and
     *     lead are the context of content that cannot stand alone
     * @param at the revision's time; chooses the window
     */
    Statement sketch(Claim claim, Article article, Instant at);
}
