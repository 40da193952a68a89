package org.onrecord.statement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which country a name is one of, or one of whose people. */
final class Nations {
    private static final String PART_OF = " < ";

    /** By what it is called, in lower case: a country, or the part of one and then the country. */
    private static final Map<String, String> CALLED = load();

    private Nations() {}

    private static Map<String, String> load() {
        Map<String, String> called = new HashMap<>();
        Words.read("nations.txt", line -> {
            String[] parts = line.split(PART_OF, -1);
            String[] names = parts[0].split(", ", -1);
            String nation = parts.length > 1 ? parts[1] + PART_OF + names[0] : names[0];
            Arrays.stream(names).forEach(name -> called.put(name, nation));
        });
        return Map.copyOf(called);
    }

    /** The country, or country and part, that a name in lower case belongs to; empty if it is no country's. */
    static Optional<String> of(String name) {
        return Optional.ofNullable(CALLED.get(name));
    }

    /** Whether a name in lower case is a country's and not its first: of its people or things, or another of its own. */
    static boolean isPeople(String name) {
        return of(name).filter(nation -> !nation.endsWith(name)).isPresent();
    }

    /** Whether two of {@link #of} can be one: what is English is British. */
    static boolean agree(String one, String other) {
        return one.equals(other) || one.startsWith(other + PART_OF) || other.startsWith(one + PART_OF);
    }
}
