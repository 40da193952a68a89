package org.onrecord.revision;

import java.time.Instant;
import java.util.Comparator;
import org.onrecord.article.Article;

/**
 * What decides which of an article's revisions is the newest: the later one, at equal times the one whose content has
 * the greater hash, and a withdrawal before any of them.
 *
 * @param at the revision's time
 * @param rank the hash of the content in hexadecimal, or {@link #WITHDRAWN}
 */
public record RevisionMark(Instant at, String rank) implements Comparable<RevisionMark> {
    /** Greater than any hash. */
    public static final String WITHDRAWN = "~";

    private static final Comparator<RevisionMark> OLDEST_FIRST =
            Comparator.comparing(RevisionMark::at).thenComparing(RevisionMark::rank);

    static RevisionMark of(Article article) {
        return new RevisionMark(timeOf(article), Hash.of(article.body(), article.headline()));
    }

    static RevisionMark withdrawal(Instant at) {
        return new RevisionMark(at, WITHDRAWN);
    }

    /** Time of the revision: {@code publishedAt} of the first, {@code updatedAt} of a later one. */
    public static Instant timeOf(Article article) {
        return article.updatedAt().isAfter(article.publishedAt()) ? article.updatedAt() : article.publishedAt();
    }

    @Override
    public int compareTo(RevisionMark other) {
        return OLDEST_FIRST.compare(this, other);
    }
}
