package org.onrecord.stream;

import java.util.Optional;
import org.onrecord.article.Article;

/** Articles as they come from their topic, for the core. */
public final class ArticleMapping {
    private ArticleMapping() {}

    /** The core's article; a first revision without an {@code updatedAt} was updated when it was published. */
    public static Article fromAvro(org.onrecord.avro.Article article) {
        return new Article(
                article.getId(),
                article.getOutlet(),
                Optional.ofNullable(article.getOutletName()).filter(name -> !name.isBlank()),
                article.getHeadline(),
                article.getPublishedAt(),
                Optional.ofNullable(article.getUpdatedAt()).orElse(article.getPublishedAt()),
                article.getBody());
    }
}
