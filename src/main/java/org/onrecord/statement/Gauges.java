package org.onrecord.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What news measures in per cent. That turnout was 58.9 % and that a candidate took 47.2 % of the vote are
 * no two values of one quantity, however alike the sentences are.
 */
final class Gauges {
    /** To the concept of each word that names a measure the first word of its group. */
    private static final Map<String, String> NAMES = names(List.of(
            "turnout",
            "vote share",
            "inflation price cpi",
            "rate",
            "unemployment jobless joblessness",
            "growth gdp economy output",
            "deficit shortfall",
            "debt",
            "wage pay salary",
            "tax vat",
            "profit",
            "revenue turnover"));

    /** What parts one measure from another that goes by the same noun: core inflation from inflation. */
    private static final Set<String> PARTS = Stream.of(
                    "core",
                    "underlying",
                    "food",
                    "grocery",
                    "energy",
                    "fuel",
                    "producer",
                    "wholesale",
                    "house",
                    "housing",
                    "youth",
                    "import",
                    "export")
            .map(Words::concept)
            .collect(Collectors.toUnmodifiableSet());

    private static final String RATE = "rate";
    private static final String VOTE = "vote";
    private static final String TURNOUT = "turnout";

    private Gauges() {}

    /** The measures that the stems of a text name, such as "inflation". */
    static Set<String> of(List<String> stems) {
        Set<String> found = new HashSet<>();
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

    private static Map<String, String> names(List<String> groups) {
        Map<String, String> names = new HashMap<>();
        for (String group : groups) {
            String[] words = group.split(" ", -1);
            for (String word : words) {
                names.putIfAbsent(Words.concept(word), words[0]);
            }
        }
        return Map.copyOf(names);
    }
}
