package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.Article;
import org.onrecord.article.Cleaner;
import org.onrecord.article.News;
import org.onrecord.article.Outlets;
import org.onrecord.article.Paragraph;
import org.onrecord.claim.Quotations.Quotation;
import org.onrecord.claim.tagger.AttributionTagger;
import org.onrecord.claim.tagger.Tagged;
import org.onrecord.claim.tagger.Tagging;

/** Finds claims with the trained tagger, and by rules what its attributions mean. */
public final class TaggedClaimExtractor implements ClaimExtractor {
    private final Outlets outlets;
    private final Cleaner cleaner;
    private final Granularity granularity;
    private final Units units = new Units();
    private final AttributionTagger tagger = AttributionTagger.load();

    /** Loads models and weights from the class path; keep one for the life of the process. */
    public TaggedClaimExtractor(Outlets outlets, Granularity granularity) {
        this.outlets = outlets;
        this.cleaner = new Cleaner(outlets);
        this.granularity = granularity;
    }

    @Override
    public List<Claim> extract(Article article) {
        News news = cleaner.clean(article);
        ClaimBuilder builder = new ClaimBuilder(article, outlets, news.via(), granularity);
        boolean open = false;
        for (Paragraph paragraph : news.paragraphs()) {
            List<Quotation> quotations = Quotations.find(article.body(), paragraph.start(), paragraph.end());
            builder.startParagraph(
                    open && !quotations.isEmpty() && quotations.get(0).start() == paragraph.start());
            for (Unit unit : units.read(article.body(), paragraph, quotations)) {
                Tagging tagging = tagger.tag(unit.passage());
                builder.add(unit, attributions(unit, tagging), tagging);
            }
            open = !quotations.isEmpty()
                    && !quotations.get(quotations.size() - 1).closed();
        }
        return builder.claims();
    }

    /** The attributions that name a source and have words for content. */
    private static List<Attribution> attributions(Unit unit, Tagging tagging) {
        List<Attribution> attributions = new ArrayList<>();
        for (Tagged tagged : tagging.attributions()) {
            List<Range> content = ranges(unit, tagged.content());
            if (tagged.source().isPresent() && !content.isEmpty()) {
                attributions.add(new Attribution(
                        content,
                        range(tagged.source().get()),
                        range(tagged.cue()),
                        tagged.gaps().stream().map(TaggedClaimExtractor::range).toList(),
                        tagged.confidence()));
            }
        }
        return attributions;
    }

    private static List<Range> ranges(Unit unit, List<Tagged.Part> parts) {
        return parts.stream()
                .map(TaggedClaimExtractor::range)
                .filter(range -> !unit.trim(range, false).isEmpty())
                .toList();
    }

    private static Range range(Tagged.Part part) {
        return new Range(part.from(), part.to());
    }
}
