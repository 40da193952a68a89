package org.onrecord.stream;

import org.onrecord.article.Admission;
import org.onrecord.article.LanguageDetector;
import org.onrecord.article.Outlet;
import org.onrecord.article.Outlets;
import org.onrecord.claim.Granularity;
import org.onrecord.claim.TaggedClaimExtractor;
import org.onrecord.fact.FactBuilder;
import org.onrecord.revision.ArticleReader;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.SentenceEncoder;
import org.onrecord.statement.SentenceSketcher;
import org.onrecord.statement.SketchMatcher;

/** What decides; the topology only carries messages between these. All are safe to share between threads. */
public record Parts(Admission admission, ArticleReader reader, Matcher matcher, FactBuilder facts) {
    /** The parts that On Record ships. */
    public static Parts standard(PipelineConfig config) {
        Outlets outlets = config.outlets().map(Outlets::load).orElseGet(Outlets::load);
        LanguageDetector languages = new LanguageDetector();
        return new Parts(
                new Admission(article -> languages.detect(article.body())),
                new ArticleReader(
                        new TaggedClaimExtractor(outlets, Granularity.PROPOSITION),
                        new SentenceSketcher(SentenceEncoder.shared(), config.horizon())),
                new SketchMatcher(),
                new FactBuilder(
                        outlet -> outlets.find(outlet).map(Outlet::family).orElse(outlet)));
    }
}
