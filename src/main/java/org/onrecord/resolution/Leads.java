package org.onrecord.resolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.fact.SlotValue;
import org.onrecord.resolution.StatementMessage.LedBy;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Quantity;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Statement;

/** How statements stand to leaders, and whom they follow. */
final class Leads {
    private Leads() {}

    /** How a statement would stand on the fact of a candidate, which has said who leads it. */
    static Lead compare(Matcher matcher, LedBy led, Relation toCandidate, Statement member) {
        Comparison found = matcher.compare(led.sketch(), member.sketch());
        List<Quantity> quantities = member.sketch().quantities();
        List<SlotValue> values = found.slots().stream()
                .map(slot -> {
                    String unit = led.sketch().quantities().get(slot.a()).unit();
                    return new SlotValue(slot.a(), quantities.get(slot.b()).in(unit), slot.agree());
                })
                .toList();
        Relation relation =
                found.relation() == Relation.NONE ? byWayOf(toCandidate, led.relation(), values) : found.relation();
        return new Lead(
                led.leader(),
                led.sketch(),
                found.score(),
                new Membership(relation, values, member.sketch().text()));
    }

    /** What is too far from the leader to tell by itself: the opposite of an opposite is the same. */
    private static Relation byWayOf(Relation toCandidate, Relation toLeader, List<SlotValue> values) {
        if ((toCandidate == Relation.OPPOSITE) != (toLeader == Relation.OPPOSITE)) {
            return Relation.OPPOSITE;
        }
        return values.stream().allMatch(SlotValue::agrees) ? Relation.SAME : Relation.VALUE;
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

    /**
     * Of the facts of a statement's candidates the one that it belongs to: the closest by the best of its scores with
     * those that it knows there, the leader among them, and by their mean, which must reach the fact threshold. One
     * close candidate makes no member of a fact that speaks of something else.
     *
     * @param candidates best first, each with its lead
     */
    static Optional<Lead> closest(List<Link> candidates, int factThreshold) {
        Map<String, List<Link>> facts = new LinkedHashMap<>();
        for (Link link : candidates) {
            facts.computeIfAbsent(link.lead().orElseThrow().leader(), leader -> new ArrayList<>())
                    .add(link);
        }
        Optional<Lead> closest = Optional.empty();
        int most = 0;
        for (List<Link> fact : facts.values()) {
            int mean = mean(fact);
            int closeness = fact.get(0).candidate().score() + mean;
            if (mean >= factThreshold && closeness > most) {
                closest = fact.get(0).lead();
                most = closeness;
            }
        }
        return closest;
    }

    private static int mean(List<Link> fact) {
        Lead lead = fact.get(0).lead().orElseThrow();
        boolean leaderKnown =
                fact.stream().anyMatch(link -> link.candidate().statement().equals(lead.leader()));
        int sum = fact.stream().mapToInt(link -> link.candidate().score()).sum();
        return leaderKnown ? sum / fact.size() : (sum + lead.score()) / (fact.size() + 1);
    }
}
