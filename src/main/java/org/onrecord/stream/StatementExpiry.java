package org.onrecord.stream;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.onrecord.resolution.StatementMessage;
import org.onrecord.resolution.StatementMessage.MemberReport;
import org.onrecord.resolution.StatementMessage.Occurred;
import org.onrecord.resolution.StatementState;

/**
 * Forgets statements that no message can reach any more: nothing has touched them for as long as the articles that carry
 * them are kept. One that still waits for an answer is never forgotten.
 */
final class StatementExpiry {
    /** How many statements are looked at, and how many entries deleted, with each message. */
    private static final int STATEMENTS_AT_ONCE = 8;

    private static final int ENTRIES_AT_ONCE = 512;

    private final Expiry expiry;
    private final StatementClock clock;
    private final ExpiryIndex index;
    /** The window in which each statement was last touched. */
    private final KeyValueStore<String, Long> touched;

    private final KeyValueStore<String, StatementState> statements;
    private final List<KeyedStore<?>> owned;
    private final Tally tally;

    /** @param owned what statements keep under keys of their own */
    StatementExpiry(
            Expiry expiry,
            StatementClock clock,
            ExpiryIndex index,
            KeyValueStore<String, Long> touched,
            KeyValueStore<String, StatementState> statements,
            List<KeyedStore<?>> owned,
            Tally tally) {
        this.expiry = expiry;
        this.clock = clock;
        this.index = index;
        this.touched = touched;
        this.statements = statements;
        this.owned = List.copyOf(owned);
        this.tally = tally;
    }

    /** Keeps the statement alive for another term from the latest time that the message or anybody speaks of. */
    void touch(String statement, StatementMessage message) {
        long window = expiry.windowOf(Math.max(clock.latest(), timeOf(message)));
        Long known = touched.get(statement);
        if (known == null) {
            index.add(window, statement);
        }
        if (known == null || window > known) {
            touched.put(statement, window);
        }
    }

    private static long timeOf(StatementMessage message) {
        if (message instanceof Occurred occurred) {
            return occurred.report().occurrence().at().toEpochMilli();
        }
        if (message instanceof MemberReport member) {
            return member.report().occurrence().at().toEpochMilli();
        }
        return Long.MIN_VALUE;
    }

    /**
     * Forgets a bounded part of what has expired.
     *
     * @param withdraw is told of each statement under whose id a fact stands
     */
    void forget(Consumer<String> withdraw) {
        long oldest = expiry.oldestNeeded(clock.passed());
        int budget = ENTRIES_AT_ONCE;
        for (ExpiryIndex.Due due : index.before(oldest, STATEMENTS_AT_ONCE)) {
            Long window = touched.get(due.id());
            if (window != null && window >= oldest) {
                index.add(window, due.id());
            } else if (window != null && statements.get(due.id()).leader().isEmpty()) {
                index.add(oldest, due.id());
            } else {
                budget -= clear(due.id(), budget, withdraw);
                if (budget == 0) {
                    return; // the rest goes with the next message
                }
            }
            index.remove(due);
        }
    }

    /** The statement itself first, so that nobody meets a half of one. */
    private int clear(String statement, int limit, Consumer<String> withdraw) {
        touched.delete(statement);
        StatementState state = statements.delete(statement);
        if (state != null) {
            tally.statement(Tally.StatementChange.EXPIRED);
            if (!state.published().isEmpty()) {
                withdraw.accept(statement);
            }
        }
        int cleared = 0;
        for (KeyedStore<?> store : owned) {
            cleared += store.clear(statement, limit - cleared);
        }
        return cleared;
    }
}
