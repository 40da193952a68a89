package org.onrecord.article;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Decides which articles are taken in. */
public final class Admission {
    private final Function<Article, String> detectLanguage;

    /** @param detectLanguage gives the BCP 47 tag of an article's language */
    public Admission(Function<Article, String> detectLanguage) {
        this.detectLanguage = detectLanguage;
    }

    /**
     * Why {@code article} is refused; empty when it is not.
     *
     * @param topicOutlet the outlet that its topic is named after
     * @param key the record's key; empty when it has none
     * @param language what the producer says the article is written in
     */
    public Optional<Refusal> check(
            String topicOutlet, Optional<String> key, Article article, Optional<String> language) {
        if (article.id().isBlank()) {
            return refuse(RejectReason.MISSING_ID, "the article's id is empty: set it to the page's URL");
        }
        if (article.outlet().isBlank()) {
            return refuse(RejectReason.MISSING_OUTLET, "the article's outlet is empty: set it to " + topicOutlet);
        }
        if (article.body().isBlank()) {
            return refuse(
                    RejectReason.MISSING_BODY,
                    "the article's body is empty: to withdraw an article send a null value under its id");
        }
        if (!article.outlet().equals(topicOutlet)) {
            return refuse(
                    RejectReason.OUTLET_MISMATCH,
                    "the article's outlet is " + article.outlet() + " but its topic is that of " + topicOutlet);
        }
        if (!key.equals(Optional.of(article.id()))) {
            return refuse(RejectReason.KEY_MISMATCH, "the record's key must be the article's id, " + article.id());
        }
        String found = language.filter(tag -> !tag.isBlank()).orElseGet(() -> detectLanguage.apply(article));
        if (!found.toLowerCase(Locale.ROOT).matches("en([-_].*)?")) {
            return refuse(RejectReason.NOT_ENGLISH, "the article is in " + found + "; only English is read");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(RejectReason reason, String detail) {
        return Optional.of(new Refusal(reason, detail));
    }
}
