package org.onrecord.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the names on one fact are one authority. Only what outlets call the speakers of one fact is ever
 * compared, so little evidence is enough: a shorter name joins the only longer one that it fits into ("the bank",
 * "Bank of Norvenia"), and a person the only institution that the words beside the claim place them in ("Interior
 * Minister Livia Corran" and the interior ministry). Where more than one would do, names stay apart.
 */
final class Authorities {
    private static final Set<String> NO_LONGER = Set.of("former", "ex", "late", "ousted", "retired");
    private static final Comparator<Authority> MOST_TELLING = Comparator.comparing(
                    (Authority a) -> a.proper() ? 1 : a.key().size() > 1 ? 0 : 2)
            .thenComparing(a -> a.key().size(), Comparator.reverseOrder())
            .thenComparing(a -> a.name().length())
            .thenComparing(Authority::name);

    private final TreeMap<String, Name> names = new TreeMap<>();
    private final Map<String, Set<Name>> byWord = new HashMap<>();
    private final Classes classes = new Classes();
    private final Map<String, Authority> best = new HashMap<>();

    Authorities(Collection<Authority> all) {
        Set<Authority> distinct = new HashSet<>(all);
        for (Authority authority : distinct) {
            names.computeIfAbsent(id(authority), id -> new Name(id, authority.key()))
                    .add(authority);
        }
        names.values().forEach(name -> name.all().forEach(word -> byWord.computeIfAbsent(word, w -> new HashSet<>())
                .add(name)));
        names.values().forEach(this::joinLonger);
        names.values().forEach(this::joinInstitution);
        names.values().forEach(this::joinOnlyOne);
        distinct.forEach(
                authority -> best.merge(of(authority), authority, (a, b) -> MOST_TELLING.compare(a, b) <= 0 ? a : b));
    }

    /** What all names of the same authority have in common. */
    String of(Authority authority) {
        return classes.find(id(authority));
    }

    /** The most telling of its names. */
    String name(Authority authority) {
        return best.get(of(authority)).name();
    }

    /** "Iraq's foreign ministry" and "the foreign ministry of Iraq" are one, so the order of words does not count. */
    private static String id(Authority authority) {
        return String.join("-", new TreeSet<>(authority.key()));
    }

    private void joinLonger(Name name) {
        List<Name> longer = sharing(name.key()).filter(name::fitsInto).toList();
        Optional<Name> longest = longer.stream()
                .max(Comparator.comparingInt((Name n) -> n.key().size()).thenComparing(Name::id));
        longest.filter(n -> longer.stream().allMatch(other -> n.key().containsAll(other.key())))
                .ifPresent(n -> classes.join(name.id(), n.id()));
    }

    private void joinInstitution(Name name) {
        if (name.role().stream().anyMatch(NO_LONGER::contains)) {
            return;
        }
        joinOnly(name, sharing(name.all()).filter(name::speaksFor));
        joinOnly(name, sharing(name.key()).filter(name::isHeldBy));
    }

    /** "The party" is the only party that anybody has named. */
    private void joinOnlyOne(Name name) {
        if (name.isNameless()) {
            joinOnly(name, names.values().stream().filter(Name::mayBeNameless));
        }
    }

    private void joinOnly(Name name, Stream<Name> others) {
        Set<String> found = others.filter(other -> !other.equals(name))
                .map(other -> classes.find(other.id()))
                .collect(Collectors.toSet());
        if (found.size() == 1) {
            classes.join(name.id(), found.iterator().next());
        }
    }

    private Stream<Name> sharing(Set<String> words) {
        return words.stream()
                .flatMap(word -> byWord.getOrDefault(word, Set.of()).stream())
                .distinct();
    }
}
