package org.onrecord.statement;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that are used for one another: "Bill" and "William", "Tenn" and "Tennessee". */
final class Aliases {
    /** To each name, in lower case, the numbers of the groups that it is in: "Al" may be Albert or Alan. */
    private static final Map<String, Set<Integer>> GROUPS = load();

    private Aliases() {}

    private static Map<String, Set<Integer>> load() {
        Map<String, Set<Integer>> groups = new HashMap<>();
        int[] number = {0};
        Words.read("aliases.txt", line -> {
            for (String name : line.split(", ", -1)) {
                groups.computeIfAbsent(name, key -> new HashSet<>()).add(number[0]);
            }
            number[0]++;
        });
        return Map.copyOf(groups);
    }

    /** Whether two names in lower case are used for one another. */
    static boolean areOne(String one, String other) {
        Set<Integer> groups = GROUPS.get(one);
        return groups != null && !Collections.disjoint(groups, GROUPS.getOrDefault(other, Set.of()));
    }
}
