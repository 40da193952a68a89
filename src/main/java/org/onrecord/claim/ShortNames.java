package org.onrecord.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that an article has spelt out, by their initials. Not thread-safe: one an article. */
final class ShortNames {
    private static final Pattern SHORT = Pattern.compile("\\p{Lu}{2,6}");
    private static final int LEAST = 3;

    private final Map<String, String> spelt = new HashMap<>();

    /** The name that a short one stands for. */
    Optional<String> of(String word) {
        return Optional.ofNullable(spelt.get(word));
    }

    /** "The National Bank of Rhovia" is the NBR, whether or not anybody says so. */
    void note(String name, String[] words) {
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(!word.isEmpty() && Character.isUpperCase(word.codePointAt(0)) ? word.substring(0, 1) : "");
        }
        int article = name.startsWith("The ") ? 1 : 0;
        if (initials.length() - article >= LEAST) {
            spelt.putIfAbsent(initials.substring(article), name);
        }
    }

    /** "the Office for National Accounts (ONA)". */
    void note(Unit unit, Range words) {
        for (int i = words.from(); i < words.to(); i++) {
            String name = unit.at(i + 1).text();
            if (unit.at(i).is("(")
                    && unit.at(i + 2).is(")")
                    && SHORT.matcher(name).matches()) {
                Range before = NounPhrases.before(unit, i, words.from());
                String whole = before.isEmpty() ? "" : unit.text(before);
                // Of "University of Selve Twin Cities (USTC)" only the end may have been found.
                if (whole.replaceFirst("^[Tt]he ", "").startsWith(name.substring(0, 1))) {
                    spelt.putIfAbsent(name, whole);
                }
            }
        }
    }
}
