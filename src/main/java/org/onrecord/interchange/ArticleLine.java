package org.onrecord.interchange;

import java.time.Instant;
import java.util.Optional;
import org.onrecord.article.Article;

/**
 * One line of an articles file: a revision, or a withdrawal.
 *
 * @param id the article's id
 * @param outlet the outlet's id
 * @param at when the revision or the withdrawal was published
 * @param article empty when the article is withdrawn
 */
public record ArticleLine(String id, String outlet, Instant at, Optional<Article> article) {}
