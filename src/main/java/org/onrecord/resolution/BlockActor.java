package org.onrecord.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Signature;
import org.onrecord.statement.Sketch;

/**
 * The block's side of resolution. Of the statements that share the block with a newcomer, were seen before it and whose
 * windows differ by at most one, it compares the closest by signature, and answers with those that match. Later ones to
 * which the newcomer is one of the closest are told of it, and of whom it displaces. So who is whose candidate in a
 * block depends on who is in it and not on the order of their coming.
 *
 * <p>One instance serves all blocks of a partition; it is not safe to share between threads.
 */
public final class BlockActor {
    /** How many of a block's statements one is compared with: what gives the recall in {@code docs/benchmarks.md}. */
    public static final int CLOSEST = 20;

    private final Matcher matcher;
    private final BlockStore store;
    private final long horizonMillis;
    private final int cap;
    private final int closest;

    /**
     * @param horizonMillis the length of a window
     * @param cap how many entries before a newcomer, and how many after it, are looked at: the nearest in time
     * @param closest how many of them a statement is compared with
     */
    public BlockActor(Matcher matcher, BlockStore store, long horizonMillis, int cap, int closest) {
        this.matcher = matcher;
        this.store = store;
        this.horizonMillis = horizonMillis;
        this.cap = cap;
        this.closest = closest;
    }

    /** Takes one message to {@code block}; says whether the block had reached its cap. */
    public boolean receive(String block, Insert insert, Outbox out) {
        insert.formerFirstSeen().ifPresent(former -> store.delete(block, former, insert.statement()));
        BlockEntry newcomer =
                new BlockEntry(insert.statement(), insert.firstSeen(), insert.window(), Signature.of(insert.sketch()));
        store.put(block, newcomer, insert.sketch());
        List<BlockEntry> before = store.before(block, newcomer, (insert.window() - 1) * horizonMillis, cap + 1);
        List<BlockEntry> after = store.after(block, newcomer, (insert.window() + 2) * horizonMillis, cap + 1);
        boolean capped = before.size() > cap || after.size() > cap;
        List<BlockEntry> earlier = new ArrayList<>(before.subList(0, Math.min(cap, before.size())));
        answer(block, newcomer, insert.sketch(), earlier, out);
        for (BlockEntry later : after.subList(0, Math.min(cap, after.size()))) {
            tell(block, later, newcomer, insert.sketch(), earlier, out);
            earlier.add(later);
        }
        return capped;
    }

    private void answer(String block, BlockEntry newcomer, Sketch sketch, List<BlockEntry> earlier, Outbox out) {
        Closest near = new Closest(newcomer, closest);
        earlier.forEach(near::offer);
        List<Candidate> candidates = new ArrayList<>();
        for (BlockEntry entry : near.entries()) {
            candidate(entry, store.sketch(entry), sketch).ifPresent(candidates::add);
        }
        out.toStatement(newcomer.statement(), new StatementMessage.Answer(block, candidates));
    }

    /** Tells {@code later} what the newcomer changes for it, given all others before it. */
    private void tell(
            String block, BlockEntry later, BlockEntry newcomer, Sketch sketch, List<BlockEntry> others, Outbox out) {
        Closest near = new Closest(later, closest + 1);
        near.offer(newcomer);
        for (BlockEntry other : others) {
            if (other.window() >= later.window() - 1) {
                near.offer(other);
            }
        }
        List<BlockEntry> ranked = near.entries();
        int rank = ranked.indexOf(newcomer);
        if (rank < 0 || rank == closest) {
            return;
        }
        Sketch its = store.sketch(later);
        candidate(newcomer, sketch, its)
                .ifPresent(found -> out.toStatement(later.statement(), new StatementMessage.Found(block, found)));
        if (ranked.size() > closest) {
            BlockEntry displaced = ranked.get(closest);
            candidate(displaced, store.sketch(displaced), its)
                    .ifPresent(lost ->
                            out.toStatement(later.statement(), new StatementMessage.Lost(block, lost.statement())));
        }
    }

    private Optional<Candidate> candidate(BlockEntry entry, Sketch sketch, Sketch other) {
        Comparison found = matcher.compare(sketch, other);
        return found.relation() == Relation.NONE || found.score() < matcher.linkThreshold()
                ? Optional.empty()
                : Optional.of(new Candidate(entry.statement(), entry.firstSeen(), found.score(), found.relation()));
    }
}
