package org.onrecord.revision;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Where the articles of one partition keep what they know. Articles are named by outlet and id together. */
public interface LedgerStores {
    /** The article's newest revision. */
    Optional<RevisionMark> newest(String article);

    void putNewest(String article, RevisionMark mark);

    Optional<TrackedClaim> claim(String article, String claimId);

    void putClaim(String article, TrackedClaim claim);

    /** Calls {@code action} for every claim that a revision of the article carried. It must not write. */
    void eachClaim(String article, BiConsumer<String, TrackedClaim> action);
}
