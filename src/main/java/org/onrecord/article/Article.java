package org.onrecord.article;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One revision of one page of one outlet.
 *
 * @param id the page's URL or the outlet's own id
 * @param outlet the outlet's id, as in its topic's name
 * @param outletName the outlet's name as readers know it
 * @param headline empty when there is none
 * @param publishedAt when the article was first published
 * @param updatedAt when this revision was published; equal to {@code publishedAt} for the first
 * @param body the text as it was scraped; every span is a half-open UTF-16 range of it
 */
public record Article(
        String id,
        String outlet,
        Optional<String> outletName,
        String headline,
        Instant publishedAt,
        Instant updatedAt,
        String body) {
    public Article {
        Objects.requireNonNull(id);
        Objects.requireNonNull(outlet);
        Objects.requireNonNull(outletName);
        Objects.requireNonNull(headline);
        Objects.requireNonNull(publishedAt);
        Objects.requireNonNull(updatedAt);
        Objects.requireNonNull(body);
    }
}
