package org.onrecord.claim;

import java.util.List;
import org.onrecord.article.Article;
import org.onrecord.article.Cleaner;
import org.onrecord.article.News;
import org.onrecord.article.Outlets;
import org.onrecord.article.Paragraph;
import org.onrecord.claim.Quotations.Quotation;

/** Finds claims by rules over words and their parts of speech, with no model but the tagger's. */
public final class RuleClaimExtractor implements ClaimExtractor {
    private final Outlets outlets;
    private final Cleaner cleaner;
    private final Units units = new Units();
    private final AttributionFinder attributions = new AttributionFinder(CueLexicon.load());

    /** Loads the tagger and the lexicon from the class path; keep one for the life of the process. */
    public RuleClaimExtractor(Outlets outlets) {
        this.outlets = outlets;
        this.cleaner = new Cleaner(outlets);
    }

    @Override
    public List<Claim> extract(Article article) {
        News news = cleaner.clean(article);
        ClaimBuilder builder = new ClaimBuilder(article, outlets, news.via());
        boolean open = false;
        for (Paragraph paragraph : news.paragraphs()) {
            List<Quotation> quotations = Quotations.find(article.body(), paragraph.start(), paragraph.end());
            builder.startParagraph(
                    open && !quotations.isEmpty() && quotations.get(0).start() == paragraph.start());
            for (Unit unit : units.read(article.body(), paragraph, quotations)) {
                builder.add(unit, attributions.find(unit));
            }
            open = !quotations.isEmpty()
                    && !quotations.get(quotations.size() - 1).closed();
        }
        return builder.claims();
    }
}
