package org.onrecord.resolution;

import java.util.Optional;
import org.onrecord.fact.Fact;

/** Where actors put what they send. Messages from one sender to one receiver arrive in the order of sending. */
public interface Outbox {
    void toStatement(String statement, StatementMessage message);

    void toBlock(String block, Insert insert);

    /** The fact as it stands now; empty when it no longer does. */
    void publish(String factId, Optional<Fact> fact);
}
