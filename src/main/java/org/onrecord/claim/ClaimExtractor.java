package org.onrecord.claim;

import java.util.List;
import org.onrecord.article.Article;

/**
 * Finds who said what in an article. The result is a function of the article alone. Implementations are safe to
 * share between threads, never throw on any text, and take time linear in its length.
 */
public interface ClaimExtractor {
    /** The article's claims in the order of their first span; empty when nothing in it claims anything. */
    List<Claim> extract(Article article);
}
