package org.onrecord.article;

import java.util.List;
import java.util.Optional;

/**
 * What is left of an article when the page's furniture is gone.
 *
 * @param paragraphs ascending, not overlapping
 * @param via the agency that the whole article is relayed from, by dateline or credit line
 */
public record News(List<Paragraph> paragraphs, Optional<String> via) {
    public News {
        paragraphs = List.copyOf(paragraphs);
    }
}
