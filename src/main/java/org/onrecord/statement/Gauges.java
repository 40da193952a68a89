package org.onrecord.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What news measures in per cent and points. That turnout was 58.9 % and that a candidate took 47.2 % of the vote are
 * no two values of one quantity, however alike the sentences are.
 */
final class Gauges {
    private static final Map<String, String> NAMES = names(Map.ofEntries(
            Map.entry("turnout", "turnout"),
            Map.entry("vote", "vote share"),
            Map.entry("prices", "inflation price cpi"),
            Map.entry("rate", "rate"),
            Map.entry("unemployment", "unemployment jobless joblessness"),
            Map.entry("growth", "growth gdp economy output"),
            Map.entry("deficit", "deficit shortfall"),
            Map.entry("debt", "debt"),
            Map.entry("wages", "wage pay salary"),
            Map.entry("tax", "tax vat"),
            Map.entry("profit", "profit"),
            Map.entry("revenue", "revenue turnover")));

    /** What parts one measure from another that goes by the same noun: core inflation from inflation. */
    private static final Set<String> PARTS = Set.copyOf(names(Map.of(
                    "part",
                    "core underlying food grocery energy fuel producer wholesale house housing youth import export"))
            .keySet());

    private static final String RATE = "rate";
    private static final String VOTE = "vote";
    private static final String TURNOUT = "turnout";

    private Gauges() {}

    /** The measures that the stems of a text name, such as "prices". */
    static Set<String> of(List<String> stems) {
        Set<String> found = new TreeSet<>();
        String before = "";
        for (String stem : stems) {
            String name = NAMES.getOrDefault(stem, "");
            if (!name.isEmpty() && !(name.equals(RATE) && !before.isEmpty())) {
                found.add(name); // an unemployment rate is none of a central bank
            }
            before = name;
        }
        if (found.contains(TURNOUT)) {
            found.remove(VOTE);
        }
        return found;
    }

    /** Which parts of what is measured the stems of a text name. */
    static Set<String> parts(List<String> stems) {
        Set<String> found = new HashSet<>(stems);
        found.retainAll(PARTS);
        return found;
    }

    private static Map<String, String> names(Map<String, String> groups) {
        Map<String, String> names = new HashMap<>();
        groups.forEach((name, words) -> {
            for (String word : words.split(" ", -1)) {
                names.put(Words.concept(word), name);
            }
        });
        return Map.copyOf(names);
    }
}
