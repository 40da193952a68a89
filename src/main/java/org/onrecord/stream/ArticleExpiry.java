package org.onrecord.stream;

import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.onrecord.revision.RevisionMark;
import org.onrecord.revision.TrackedClaim;

/**
 * Forgets articles whose last event lies so far back that no revision of theirs is taken any more: their claims first,
 * and much later that they were there, so that whoever withdraws one meanwhile is told that it is too late for that.
 */
final class ArticleExpiry {
    /** How many articles are looked at, and how many claims deleted, with each record. */
    private static final int ARTICLES_AT_ONCE = 16;

    private static final int CLAIMS_AT_ONCE = 512;

    /** For how many windows more it is known of an expired article that it was there. */
    private static final int WINDOWS_KNOWN = 64;

    private final Expiry expiry;
    private final ExpiryIndex index;
    private final KeyValueStore<String, RevisionMark> newest;
    private final KeyedStore<TrackedClaim> claims;

    ArticleExpiry(
            Expiry expiry,
            ExpiryIndex index,
            KeyValueStore<String, RevisionMark> newest,
            KeyedStore<TrackedClaim> claims) {
        this.expiry = expiry;
        this.index = index;
        this.newest = newest;
        this.claims = claims;
    }

    /**
     * Whether an event at {@code time} comes too long after the article's last one. Of an article that is not known,
     * because it is forgotten or has never been seen, the last event known is its publication.
     *
     * @param published empty for a withdrawal
     */
    boolean expired(String article, Optional<Long> published, long time) {
        RevisionMark mark = newest.get(article);
        Optional<Long> last = mark == null ? published : Optional.of(mark.at().toEpochMilli());
        return last.filter(at -> expiry.expired(at, time)).isPresent();
    }

    /** Has an article that was not known looked at when its time has come. */
    void expect(String article, RevisionMark mark) {
        index.add(windowOf(mark), article);
    }

    /** Forgets, at event time {@code now}, a bounded part of what has expired. */
    void forget(long now) {
        long oldest = expiry.oldestNeeded(now);
        int budget = CLAIMS_AT_ONCE;
        for (ExpiryIndex.Due due : index.before(oldest, ARTICLES_AT_ONCE)) {
            long window = windowOf(newest.get(due.id()));
            if (window >= oldest) {
                index.add(window, due.id());
            } else {
                budget -= claims.clear(due.id(), budget);
                if (budget == 0) {
                    return; // the rest of this article's claims go with the next record
                }
                if (window < oldest - WINDOWS_KNOWN) {
                    newest.delete(due.id());
                } else {
                    index.add(window + WINDOWS_KNOWN, due.id());
                }
            }
            index.remove(due);
        }
    }

    private long windowOf(RevisionMark mark) {
        return expiry.windowOf(mark.at().toEpochMilli());
    }
}
