package org.onrecord.stream;

import java.time.Instant;
import java.util.Optional;
import org.onrecord.article.Article;

/**
 * A revision or withdrawal that intake has accepted.
 *
 * @param article empty for a withdrawal
 * @param at time of the withdrawal; of a revision, what its article says
 * @param origin where it was read from
 * @param raw the value as it came, for the case that a later stage refuses it; empty for a withdrawal
 */
record ArticleEvent(
        String articleId, String outlet, Optional<Article> article, Instant at, Position origin, Optional<byte[]> raw) {

    /** Outlet and article id: what the event is keyed by. No outlet's id contains the bar. */
    String key() {
        return outlet + "|" + articleId;
    }

    /** Where a record stands. */
    record Position(String topic, int partition, long offset) {}
}
