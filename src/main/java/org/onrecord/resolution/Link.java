package org.onrecord.resolution;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a statement knows of one of its candidates.
 *
 * @param blocks keys of the blocks that name it a candidate; at least one
 * @param lead who leads the candidate; empty until it has said so
 */
public record Link(Candidate candidate, Set<String> blocks, Optional<Lead> lead) {
    public Link {
        blocks = Set.copyOf(blocks);
    }

    static Link begun(Candidate candidate) {
        return new Link(candidate, Set.of(), Optional.empty());
    }

    /** Named by {@code block} too; the candidate's time only ever falls. */
    Link namedBy(String block, Candidate again) {
        Set<String> more = new TreeSet<>(blocks);
        more.add(block);
        return new Link(again.firstSeen() < candidate.firstSeen() ? again : candidate, more, lead);
    }

    Link lostIn(String block) {
        Set<String> fewer = new TreeSet<>(blocks);
        fewer.remove(block);
        return new Link(candidate, fewer, lead);
    }

    Link ledBy(Lead newLead) {
        return new Link(candidate, blocks, Optional.of(newLead));
    }
}
