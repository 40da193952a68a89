package org.onrecord.resolution;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.fact.SlotValue;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Quantity;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.Statement;

/** How statements stand to leaders. */
final class Leads {
    private Leads() {}

    static Lead compare(Matcher matcher, String leader, Sketch sketch, Statement member) {
        Comparison found = matcher.compare(sketch, member.sketch());
        List<Quantity> quantities = member.sketch().quantities();
        List<SlotValue> values = found.slots().stream()
                .map(slot -> new SlotValue(slot.a(), quantities.get(slot.b()), slot.agree()))
                .toList();
        return new Lead(
                leader,
                sketch,
                found.score(),
                new Membership(found.relation(), values, member.sketch().text()));
    }

    /** A statement that leads its own fact. */
    static Lead own(Statement statement) {
        List<SlotValue> values = new ArrayList<>();
        List<Quantity> quantities = statement.sketch().quantities();
        for (int i = 0; i < quantities.size(); i++) {
            if (!quantities.get(i).former()) {
                values.add(new SlotValue(i, quantities.get(i), true));
            }
        }
        return new Lead(
                statement.id(),
                statement.sketch(),
                10_000,
                new Membership(Relation.SAME, values, statement.sketch().text()));
    }

    static boolean passesRoot(Matcher matcher, Lead lead) {
        return lead.membership().relation() != Relation.NONE && lead.score() >= matcher.rootThreshold();
    }
}
