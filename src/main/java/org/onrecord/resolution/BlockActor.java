package org.onrecord.resolution;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Relation;

/**
 * The block's side of resolution: compares a newcomer with those that share the block and whose windows differ by at
 * most one, answers it with the earlier candidates and tells the later ones of it.
 *
 * <p>One instance serves all blocks of a partition; it is not safe to share between threads.
 */
public final class BlockActor {
    private final Matcher matcher;
    private final BlockStore store;
    private final long horizonMillis;
    private final int cap;

    /**
     * @param horizonMillis the length of a window
     * @param cap how many entries a newcomer is compared with at most: the earliest
     */
    public BlockActor(Matcher matcher, BlockStore store, long horizonMillis, int cap) {
        this.matcher = matcher;
        this.store = store;
        this.horizonMillis = horizonMillis;
        this.cap = cap;
    }

    /** Takes one message to {@code block}; says whether the block had reached its cap. */
    public boolean receive(String block, Insert insert, Outbox out) {
        insert.formerFirstSeen().ifPresent(former -> store.delete(block, former, insert.statement()));
        store.put(block, new BlockEntry(insert.statement(), insert.firstSeen(), insert.sketch()));
        long from = (insert.window() - 1) * horizonMillis;
        long to = (insert.window() + 2) * horizonMillis;
        List<BlockEntry> entries = store.range(block, from, to, cap + 1);
        boolean capped = entries.size() > cap;
        List<Candidate> earlier = new ArrayList<>();
        for (BlockEntry other : capped ? entries.subList(0, cap) : entries) {
            if (other.statement().equals(insert.statement())) {
                continue;
            }
            Comparison found = matcher.compare(other.sketch(), insert.sketch());
            if (found.relation() == Relation.NONE || found.score() < matcher.linkThreshold()) {
                continue;
            }
            if (before(other, insert)) {
                earlier.add(new Candidate(other.statement(), other.firstSeen(), found.score()));
            } else {
                Candidate newcomer = new Candidate(insert.statement(), insert.firstSeen(), found.score());
                out.toStatement(other.statement(), new StatementMessage.Found(newcomer));
            }
        }
        out.toStatement(insert.statement(), new StatementMessage.Answer(block, earlier));
        return capped;
    }

    private static boolean before(BlockEntry other, Insert insert) {
        return other.firstSeen() < insert.firstSeen()
                || (other.firstSeen() == insert.firstSeen() && other.statement().compareTo(insert.statement()) < 0);
    }
}
