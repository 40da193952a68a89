package org.onrecord.stream;

import java.time.Duration;
import java.util.Optional;
import org.onrecord.article.RejectReason;
import org.onrecord.fact.FactStatus;
import org.onrecord.revision.Standing;

/**
 * Told what the pipeline does, for whoever counts. Stream threads call it, several at a time and on their hot path: an
 * implementation is safe for use by several threads, quick, and throws nothing. What a rolled-back transaction did is
 * told again when it is done again.
 */
public interface Tally {
    /** Counts nothing. */
    Tally NONE = new Tally() {};

    /** What became of a statement. */
    enum StatementChange {
        NEW,
        /** Another report on a statement that is known. */
        AGAIN,
        /** Forgotten, since nothing can reach it any more. */
        EXPIRED
    }

    /** What became of a claim's record. */
    enum ClaimChange {
        /** A new claim, or other words or offsets of a known one. */
        WRITTEN,
        WITHDRAWN
    }

    /** Why an internal message was dropped. */
    enum DropReason {
        /** It is for a statement that is forgotten. */
        EXPIRED_STATEMENT
    }

    /** An article was taken, or withdrawn. */
    default void article(String outlet, Standing standing) {}

    /** A record went to the topic of claims. */
    default void claim(ClaimChange change) {}

    /** A statement came or went. */
    default void statement(StatementChange change) {}

    /** A record went to the topic of facts; without a status it is one that takes the fact away. */
    default void fact(Optional<FactStatus> status) {}

    /** An article was refused. */
    default void rejected(RejectReason reason) {}

    /** An internal message was dropped. */
    default void dropped(DropReason reason) {}

    /** A block reached its cap for the first time. */
    default void blockCapped() {}

    /** A stream thread, a reading of lag or a call to the registry failed. */
    default void failed(FailureCause cause) {}

    /** A stream thread that failed was replaced. */
    default void threadReplaced() {}

    /**
     * The broker has taken a fact record.
     *
     * @param sinceArticle from the append of the article that it follows from to the record's own; never negative
     */
    default void factAppended(Duration sinceArticle) {}
}
