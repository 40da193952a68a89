package org.onrecord.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the claims of a fact call their speakers: one outlet's "Askel" is "Defence Minister Jorun Askel" in what another
 * one writes of him.
 */
final class Titles {
    private static final Pattern TITLE = Pattern.compile("\\p{Lu}\\p{L}+(?:\\s+\\p{Lu}\\p{L}+){2,6}");

    private Titles() {}

    /** The authorities, and those of them who bear a title in {@code occurrences} with that title as well. */
    static List<Authority> in(Collection<Occurrence> occurrences, Collection<Authority> authorities) {
        List<Authority> titled = new ArrayList<>(authorities);
        Map<Set<String>, Set<String>> titles = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            Matcher words = TITLE.matcher(occurrence.text());
            while (words.find()) {
                PersonalName.in(words.group())
                        .ifPresent(name -> titles.computeIfAbsent(Words.telling(name), key -> new TreeSet<>())
                                .addAll(Words.telling(words.group())));
            }
        }
        for (Authority authority : authorities) {
            Set<String> title = titles.getOrDefault(authority.key(), Set.of());
            if (authority.proper() && title.stream().anyMatch(Speakers.POSTS::contains)) {
                Set<String> role = new LinkedHashSet<>(authority.role());
                role.addAll(Words.institution(String.join(" ", title)));
                role.removeAll(authority.key());
                titled.add(new Authority(
                        authority.name(), authority.key(), role, authority.head(), authority.proper(), true));
            }
        }
        return titled;
    }
}
