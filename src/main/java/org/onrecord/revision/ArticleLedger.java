package org.onrecord.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.Article;
import org.onrecord.resolution.Report;

/**
 * Keeps which claims of each article stand. The newest revision's claims are live; those of every other revision are
 * reported too, as dead ones, since they fix when a statement was first seen. The outcome does not depend on the order
 * of arrival, and taking a revision again changes nothing.
 */
public final class ArticleLedger {
    private final LedgerStores stores;

    public ArticleLedger(LedgerStores stores) {
        this.stores = stores;
    }

    /**
     * Takes a revision.
     *
     * @param article outlet and id
     * @param claims what {@link ArticleReader#read} found in the revision
     */
    public Standing revised(String article, Article revision, List<CarriedClaim> claims, Changes changes) {
        return take(article, RevisionMark.of(revision), claims, changes);
    }

    /** Takes a withdrawal, of an article that need not have been seen. */
    public Standing withdrawn(String article, Instant at, Changes changes) {
        return take(article, RevisionMark.withdrawal(at), List.of(), changes);
    }

    private Standing take(String article, RevisionMark mark, List<CarriedClaim> claims, Changes changes) {
        Optional<RevisionMark> newest = stores.newest(article);
        boolean isNewest = newest.isEmpty() || mark.compareTo(newest.get()) >= 0;
        Set<String> carried = new HashSet<>();
        for (CarriedClaim claim : claims) {
            carried.add(claim.claimId());
            carry(article, claim, isNewest, changes);
        }
        if (isNewest) {
            drop(article, carried, changes);
            stores.putNewest(article, mark);
        }
        return standing(mark, newest);
    }

    private static Standing standing(RevisionMark mark, Optional<RevisionMark> newest) {
        int order = newest.map(mark::compareTo).orElse(1);
        if (order <= 0) {
            return order == 0 ? Standing.UNCHANGED : Standing.OLDER;
        }
        if (mark.rank().equals(RevisionMark.WITHDRAWN)) {
            return Standing.WITHDRAWN;
        }
        return newest.isEmpty() ? Standing.NEW : Standing.REVISED;
    }

    private void carry(String article, CarriedClaim claim, boolean isNewest, Changes changes) {
        Optional<TrackedClaim> known = stores.claim(article, claim.claimId());
        TrackedClaim next = known.map(tracked -> merge(tracked, claim, isNewest))
                .orElseGet(() -> new TrackedClaim(claim, isNewest));
        if (known.isPresent() && known.get().looksLike(next)) {
            return;
        }
        stores.putClaim(article, next);
        if (next.live()) {
            changes.claim(claim.claimId(), Optional.of(next.carried()));
        }
        if (known.isEmpty() || !report(known.get()).equals(report(next))) {
            changes.occurred(next.carried().statement(), report(next));
        }
    }

    /** The newest revision's words at the earliest revision's time. */
    private static TrackedClaim merge(TrackedClaim known, CarriedClaim claim, boolean isNewest) {
        CarriedClaim words = isNewest ? claim : known.carried();
        Instant earliest = known.carried()
                .noLaterThan(claim.occurrence().at())
                .occurrence()
                .at();
        return new TrackedClaim(words.noLaterThan(earliest), isNewest || known.live());
    }

    private void drop(String article, Set<String> carried, Changes changes) {
        List<TrackedClaim> gone = new ArrayList<>();
        stores.eachClaim(article, (claimId, tracked) -> {
            if (tracked.live() && !carried.contains(claimId)) {
                gone.add(new TrackedClaim(tracked.carried(), false));
            }
        });
        for (TrackedClaim dead : gone) {
            stores.putClaim(article, dead);
            changes.claim(dead.carried().claimId(), Optional.empty());
            changes.occurred(dead.carried().statement(), report(dead));
        }
    }

    private static Report report(TrackedClaim tracked) {
        return new Report(tracked.carried().occurrence(), tracked.live());
    }
}
