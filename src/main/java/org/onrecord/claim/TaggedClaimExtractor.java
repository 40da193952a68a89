package org.onrecord.claim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.article.Article;
import org.onrecord.article.Cleaner;
import org.onrecord.article.News;
import org.onrecord.article.Outlets;
import org.onrecord.article.Paragraph;
import org.onrecord.claim.Quotations.Quotation;
import org.onrecord.claim.tagger.AttributionTagger;
import org.onrecord.claim.tagger.FactTagger;
import org.onrecord.claim.tagger.Passage;
import org.onrecord.claim.tagger.Tagged;
import org.onrecord.claim.tagger.Tagging;

/** Finds claims with the trained tagger, and by rules what its attributions mean. */
public final class TaggedClaimExtractor implements ClaimExtractor {
    private static final double LEAST_CONFIDENCE = .45;

    private final Outlets outlets;
    private final Cleaner cleaner;
    private final Granularity granularity;
    private final Citations citations;
    private final Units units = new Units();
    private final AttributionTagger tagger = AttributionTagger.load();

    /** Loads models and weights from the class path; keep one for the life of the process. */
    public TaggedClaimExtractor(Outlets outlets, Granularity granularity) {
        this.outlets = outlets;
        this.cleaner = new Cleaner(outlets);
        this.granularity = granularity;
        this.citations = new Citations(outlets);
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
                Passage passage = unit.passage();
                Tagging tagging = tagger.tag(passage);
                Unit read = granularity == Granularity.PROPOSITION ? unit.marked(FactTagger.tag(passage)) : unit;
                builder.add(read, attributions(unit, tagging), tagging);
            }
            open = !quotations.isEmpty()
                    && !quotations.get(quotations.size() - 1).closed();
        }
        return builder.claims();
    }

    /**
     * The attributions that have words for content. What is matched is wanted even where the tagger is in doubt: of words
     * in which it finds nothing the rules have their way.
     */
    private List<Attribution> attributions(Unit unit, Tagging tagging) {
        List<Tagged> found = new ArrayList<>();
        tagging.attributions().stream().filter(tagged -> counts(unit, tagged)).forEach(found::add);
        if (granularity == Granularity.PROPOSITION) {
            BitSet taken = new BitSet();
            found.forEach(tagged -> parts(tagged).forEach(part -> taken.set(part.from(), part.to())));
            tagging.hinted().stream()
                    .filter(hinted -> hinted.source().isPresent()
                            && !isInfinitive(unit, hinted.content().get(0)))
                    .filter(hinted -> parts(hinted)
                            .noneMatch(part -> taken.get(part.from(), part.to()).cardinality() > 0))
                    .forEach(found::add);
        }
        List<Attribution> attributions = found.stream()
                .filter(tagged -> !ranges(unit, tagged.content()).isEmpty() && !isDeed(unit, tagged))
                .map(tagged -> new Attribution(
                        ranges(unit, tagged.content()),
                        tagged.source().map(TaggedClaimExtractor::range),
                        range(tagged.cue()),
                        tagged.gaps().stream().map(TaggedClaimExtractor::range).toList(),
                        Optional.empty(),
                        Cues.denies(unit, range(tagged.cue())),
                        tagged.confidence()))
                .sorted(Comparator.comparingInt(attribution -> attribution.cue().from()))
                .toList();
        return granularity == Granularity.ATTRIBUTION
                ? attributions
                : Denials.read(
                        unit,
                        Contents.read(
                                unit, Nesting.nest(unit, citations.read(unit, Estimates.read(unit, attributions)))));
    }

    private static Stream<Tagged.Part> parts(Tagged tagged) {
        return Stream.of(tagged.source().stream(), Stream.of(tagged.cue()), tagged.content().stream())
                .flatMap(part -> part);
    }

    /** People mark whatever comes from a source; a claim is what a named one says or thinks. */
    private boolean counts(Unit unit, Tagged tagged) {
        return granularity == Granularity.ATTRIBUTION
                || (!isInfinitive(unit, tagged.content().get(0))
                        && tagged.source().isPresent()
                        && (tagged.says() || isStatement(unit, tagged))
                        && tagged.confidence() >= LEAST_CONFIDENCE);
    }

    /**
     * Whoever finds, fears or sobs a clause has said it ("fears that jobs will go", "jobs will go, she sobbed"), and
     * papers tell one by whatever verb: "A draft seen by the Post shows that".
     */
    private static boolean isStatement(Unit unit, Tagged tagged) {
        Range content = range(tagged.content().get(0));
        boolean before = content.to() <= tagged.cue().from();
        return unit.hasVerb(content.from(), content.to())
                && (before
                        || unit.at(content.from()).is("that")
                        || unit.isQuoted(content.from())
                        || isDocument(unit, tagged));
    }

    private static boolean isDocument(Unit unit, Tagged tagged) {
        return tagged.source()
                .map(source -> SourceTypes.of(unit.text(range(source))))
                .equals(Optional.of(SourceType.DOCUMENT));
    }

    /** "offered to withdraw": that they offered is what the outlet says, and nothing else is said. */
    private static boolean isInfinitive(Unit unit, Tagged.Part content) {
        return unit.at(content.from()).is("to") && unit.at(content.from() + 1).isVerb();
    }

    private static boolean isDeed(Unit unit, Tagged tagged) {
        Range source = tagged.source().map(TaggedClaimExtractor::range).orElse(new Range(0, 0));
        return Deeds.is(
                unit, source, range(tagged.cue()), range(tagged.content().get(0)));
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
