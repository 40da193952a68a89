package org.onrecord.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.onrecord.stream.Tally.ClaimChange;

/** EXTRACT: articles to claims and occurrences. */
final class ExtractProcessor implements Processor<String, ArticleEvent, Object, Object> {
    private final ArticleReader reader;
    private final Retention retention;
    private final Expiry expiry;
    private final Tally tally;
    private ProcessorContext<Object, Object> context;
    private Rejections rejections;
    private ArticleLedger ledger;
    private EventClock clock;
    private ArticleExpiry articles;

    ExtractProcessor(ArticleReader reader, PipelineConfig config, Tally tally) {
        this.reader = reader;
        retention = new Retention(config.horizon(), config.grace());
        expiry = new Expiry(config);
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<Object, Object> newContext) {
        context = newContext;
        rejections = new Rejections(newContext, Names.EXTRACT_REJECTED_SINK, tally);
        clock = new EventClock(newContext.getStateStore(Names.EXTRACT_CLOCK_STORE));
        KeyValueStore<String, RevisionMark> newest = newContext.getStateStore(Names.NEWEST_STORE);
        KeyedStore<TrackedClaim> claims = new KeyedStore<>(newContext.getStateStore(Names.CLAIMS_STORE));
        articles = new ArticleExpiry(
                expiry, new ExpiryIndex(newContext.getStateStore(Names.ARTICLE_EXPIRY_STORE)), newest, claims);
        ledger = new ArticleLedger(new Stores(newest, claims, articles));
    }

    @Override
    public void process(Record<String, ArticleEvent> record) {
        AtWork.on(record.value().articleId());
        articles.forget(clock.now());
        if (record.value().article().isPresent()) {
            revised(record, record.value().article().get());
        } else {
            withdrawn(record);
        }
        AtWork.done();
    }

    private void revised(Record<String, ArticleEvent> record, Article article) {
        String key = record.value().key();
        long time = RevisionMark.timeOf(article).toEpochMilli();
        if (retention.tooLate(time, clock.now())) {
            refuse(
                    record,
                    RejectReason.TOO_LATE,
                    "the revision is " + Duration.ofMillis(clock.now() - time).toDays()
                            + " days older than the newest article seen; " + PipelineConfig.GRACE + " allows more");
            return;
        }
        Optional<Long> published = Optional.of(article.publishedAt().toEpochMilli());
        if (articles.expired(key, published, EventClock.asOf(time, record.headers()))) {
            refuseExpired(record);
            return;
        }
        List<CarriedClaim> claims = reader.read(article);
        clock.advance(time, record.headers());
        Forwarded changes = new Forwarded(record);
        tally.article(record.value().outlet(), ledger.revised(key, article, claims, changes));
        changes.forwardOccurrences();
    }

    private void withdrawn(Record<String, ArticleEvent> record) {
        ArticleEvent event = record.value();
        long time = EventClock.asOf(event.at().toEpochMilli(), record.headers());
        if (RecordHeaders.text(record.headers(), RecordHeaders.UPDATED_AT).isEmpty()) {
            time = Math.min(time, clock.now()); // nobody said when: an old story may be read, and withdrawn, today
        }
        if (articles.expired(event.key(), Optional.empty(), time)) {
            refuseExpired(record);
            return;
        }
        Forwarded changes = new Forwarded(record);
        tally.article(event.outlet(), ledger.withdrawn(event.key(), event.at(), changes));
        changes.forwardOccurrences();
    }

    private void refuseExpired(Record<String, ArticleEvent> record) {
        refuse(
                record,
                RejectReason.EXPIRED,
                "the article's last event is so long before this one that its claims are no longer kept; they stay as"
                        + " they stood; " + PipelineConfig.STATE_RETENTION + " allows more");
    }

    private void refuse(Record<String, ArticleEvent> record, RejectReason reason, String detail) {
        ArticleEvent event = record.value();
        Record<byte[], byte[]> asItCame = record.withKey(event.articleId().getBytes(StandardCharsets.UTF_8))
                .withValue(event.raw().orElse(null));
        rejections.reject(asItCame, event.origin(), new Refusal(reason, detail));
    }

    private final class Forwarded implements Changes {
        private final Record<String, ArticleEvent> cause;
        private final List<Record<Object, Object>> occurrences = new ArrayList<>();

        Forwarded(Record<String, ArticleEvent> cause) {
            this.cause = cause;
        }

        @Override
        public void claim(String claimId, Optional<CarriedClaim> claim) {
            tally.claim(claim.isPresent() ? ClaimChange.WRITTEN : ClaimChange.WITHDRAWN);
            Record<Object, Object> record = cause.withKey((Object) claimId)
                    .withValue((Object) claim.map(ClaimMapping::toAvro).orElse(null));
            record.headers().remove(RecordHeaders.ARTICLE); // which the claim itself has
            context.forward(record, Names.CLAIMS_SINK);
        }

        @Override
        public void occurred(Statement statement, Report report) {
            Record<Object, Object> occurrence =
                    cause.withKey((Object) statement.id()).withValue((Object) new Occurred(statement, report));
            if (clock.now() != Long.MIN_VALUE) {
                String time = context.taskId().partition() + ":" + clock.now();
                RecordHeaders.put(occurrence.headers(), RecordHeaders.EVENT_TIME, time);
            }
            occurrences.add(occurrence);
        }

        /**
         * By statement: of those of one time the one with the lesser id counts as the earlier, and the later one would
         * have to think again when it came first.
         */
        void forwardOccurrences() {
            occurrences.sort(Comparator.comparing(occurrence -> (String) occurrence.key()));
            occurrences.forEach(occurrence -> context.forward(occurrence, Names.OCCURRENCES_SINK));
        }
    }

    private record Stores(
            KeyValueStore<String, RevisionMark> newest, KeyedStore<TrackedClaim> claims, ArticleExpiry articles)
            implements LedgerStores {
        @Override
        public Optional<RevisionMark> newest(String article) {
            return Optional.ofNullable(newest.get(article));
        }

        @Override
        public void putNewest(String article, RevisionMark mark) {
            if (newest.get(article) == null) {
                articles.expect(article, mark);
            }
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
