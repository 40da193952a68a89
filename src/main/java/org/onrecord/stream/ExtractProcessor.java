package org.onrecord.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.onrecord.article.Article;
import org.onrecord.article.Refusal;
import org.onrecord.article.RejectReason;
import org.onrecord.resolution.Report;
import org.onrecord.resolution.StatementMessage.Occurred;
import org.onrecord.revision.ArticleLedger;
import org.onrecord.revision.ArticleReader;
import org.onrecord.revision.CarriedClaim;
import org.onrecord.revision.Changes;
import org.onrecord.revision.LedgerStores;
import org.onrecord.revision.RevisionMark;
import org.onrecord.revision.TrackedClaim;
import org.onrecord.statement.Statement;

/** EXTRACT: articles to claims and occurrences. */
final class ExtractProcessor implements Processor<String, ArticleEvent, Object, Object> {
    private final ArticleReader reader;
    private final Retention retention;
    private ProcessorContext<Object, Object> context;
    private Rejections rejections;
    private ArticleLedger ledger;
    private EventClock clock;

    ExtractProcessor(ArticleReader reader, Retention retention) {
        this.reader = reader;
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<Object, Object> newContext) {
        context = newContext;
        rejections = new Rejections(newContext, Names.EXTRACT_REJECTED_SINK);
        clock = new EventClock(newContext.getStateStore(Names.EXTRACT_CLOCK_STORE));
        ledger = new ArticleLedger(new Stores(
                newContext.getStateStore(Names.NEWEST_STORE),
                new KeyedStore<>(newContext.getStateStore(Names.CLAIMS_STORE))));
    }

    @Override
    public void process(Record<String, ArticleEvent> record) {
        ArticleEvent event = record.value();
        Changes changes = new Forwarded(record);
        if (event.article().isEmpty()) {
            ledger.withdrawn(event.key(), event.at(), changes);
            return;
        }
        Article article = event.article().get();
        long time = RevisionMark.timeOf(article).toEpochMilli();
        if (retention.tooLate(time, clock.now())) {
            refuse(record, time);
            return;
        }
        List<CarriedClaim> claims = reader.read(article);
        clock.advance(time, record.headers());
        ledger.revised(event.key(), article, claims, changes);
    }

    private void refuse(Record<String, ArticleEvent> record, long time) {
        ArticleEvent event = record.value();
        Refusal refusal = new Refusal(
                RejectReason.TOO_LATE,
                "the revision is " + (clock.now() - time) / 86_400_000 + " days older than the newest article seen; "
                        + PipelineConfig.GRACE + " allows more");
        Record<byte[], byte[]> asItCame = record.withKey(event.articleId().getBytes(StandardCharsets.UTF_8))
                .withValue(event.raw().orElseThrow());
        rejections.reject(asItCame, event.origin(), refusal);
    }

    private final class Forwarded implements Changes {
        private final Record<String, ArticleEvent> cause;

        Forwarded(Record<String, ArticleEvent> cause) {
            this.cause = cause;
        }

        @Override
        public void claim(String claimId, Optional<CarriedClaim> claim) {
            context.forward(
                    cause.withKey((Object) claimId)
                            .withValue((Object) claim.map(ClaimMapping::toAvro).orElse(null)),
                    Names.CLAIMS_SINK);
        }

        @Override
        public void occurred(Statement statement, Report report) {
            context.forward(
                    cause.withKey((Object) statement.id()).withValue((Object) new Occurred(statement, report)),
                    Names.OCCURRENCES_SINK);
        }
    }

    private record Stores(KeyValueStore<String, RevisionMark> newest, KeyedStore<TrackedClaim> claims)
            implements LedgerStores {
        @Override
        public Optional<RevisionMark> newest(String article) {
            return Optional.ofNullable(newest.get(article));
        }

        @Override
        public void putNewest(String article, RevisionMark mark) {
            newest.put(article, mark);
        }

        @Override
        public Optional<TrackedClaim> claim(String article, String claimId) {
            return claims.get(article, claimId);
        }

        @Override
        public void putClaim(String article, TrackedClaim claim) {
            claims.put(article, claim.carried().claimId(), claim);
        }

        @Override
        public void eachClaim(String article, BiConsumer<String, TrackedClaim> action) {
            claims.each(article, action);
        }
    }
}
