package org.onrecord.resolution;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.Statement;

/**
 * What a statement actor keeps of itself; its candidates, followers, reports and members are kept apart, each under a
 * key of its own, so that no value grows.
 *
 * @param firstSeen the earliest time over every occurrence ever reported; only ever falls
 * @param answered keys of the blocks that have answered
 * @param leader who leads the statement's fact; empty until every block has answered
 * @param leaderSketch present with {@code leader}
 * @param relation how the statement stands to its leader; {@code SAME} while it has none
 * @param published digest of the fact last published under the statement's id; empty when none stands
 */
public record StatementState(
        Statement statement,
        long firstSeen,
        Set<String> answered,
        Optional<String> leader,
        Optional<Sketch> leaderSketch,
        Relation relation,
        String published) {
    public StatementState {
        answered = Set.copyOf(answered);
    }

    static StatementState begun(Statement statement, long firstSeen) {
        return new StatementState(
                statement, firstSeen, Set.of(), Optional.empty(), Optional.empty(), Relation.SAME, "");
    }

    public String id() {
        return statement.id();
    }

    boolean everyBlockHasAnswered() {
        return answered.containsAll(statement.blocks());
    }

    StatementState seenAt(long earlier) {
        return new StatementState(statement, earlier, answered, leader, leaderSketch, relation, published);
    }

    StatementState answeredBy(String block) {
        Set<String> more = new TreeSet<>(answered);
        more.add(block);
        return new StatementState(statement, firstSeen, more, leader, leaderSketch, relation, published);
    }

    StatementState ledBy(Lead lead) {
        return new StatementState(
                statement,
                firstSeen,
                answered,
                Optional.of(lead.leader()),
                Optional.of(lead.sketch()),
                lead.membership().relation(),
                published);
    }

    StatementState published(String digest) {
        return new StatementState(statement, firstSeen, answered, leader, leaderSketch, relation, digest);
    }
}
