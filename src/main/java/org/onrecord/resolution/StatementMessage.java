package org.onrecord.resolution;

import java.util.List;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.Statement;

/** What a statement actor is told. Every message states how things are and may be repeated without harm. */
public sealed interface StatementMessage {
    /** An article carries, or no longer carries, the statement. */
    record Occurred(Statement statement, Report report) implements StatementMessage {}

    /**
     * A block's answer to an {@link Insert}: the candidates that it holds, and no others.
     *
     * @param block the block's key
     */
    record Answer(String block, List<Candidate> earlier) implements StatementMessage {
        public Answer {
            earlier = List.copyOf(earlier);
        }
    }

    /** Block {@code block} has found an earlier candidate since it answered. */
    record Found(String block, Candidate candidate) implements StatementMessage {}

    /** In block {@code block} closer ones have come, so that {@code candidate} is none there any more. */
    record Lost(String block, String candidate) implements StatementMessage {}

    /** {@code follower} wants to know who leads the receiver, now and whenever that changes. */
    record Ask(String follower) implements StatementMessage {}

    /**
     * Who leads the candidate {@code of}.
     *
     * @param sketch the leader's
     * @param relation how the candidate stands to its leader
     */
    record LedBy(String of, String leader, Sketch sketch, Relation relation) implements StatementMessage {}

    /** {@code member} belongs to the receiver's fact; the reports that it carries were sent before. */
    record Join(String member, Membership membership) implements StatementMessage {}

    /** {@code member} and its reports no longer belong to the receiver's fact. */
    record Leave(String member) implements StatementMessage {}

    /** The state of one of a member's reports; only live ones count. */
    record MemberReport(String member, Report report) implements StatementMessage {}
}
