package org.onrecord.fact;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a fact's claims tell of the authorities of one key. Two are equal when they are the same one.
 *
 * @param role what they are called besides
 */
record Name(String id, Set<String> key, Set<String> role, Set<String> heads, Set<Boolean> propers, Set<Boolean> posts) {
    Name(String id, Set<String> key) {
        this(id, key, new TreeSet<>(), new TreeSet<>(), new HashSet<>(), new HashSet<>());
    }

    void add(Authority authority) {
        role.addAll(authority.role());
        heads.add(authority.head());
        propers.add(authority.proper());
        posts.add(authority.post());
    }

    Set<String> all() {
        return Stream.concat(key.stream(), role.stream()).collect(Collectors.toSet());
    }

    /** Whether {@code longer} is the same name with more of it: "Ostler", "Pia Ostler". */
    boolean fitsInto(Name longer) {
        return longer.key.size() > key.size()
                && longer.key.containsAll(key)
                && longer.heads.containsAll(heads)
                && longer.propers.equals(propers);
    }

    /** Whether this is somebody whom their description places in {@code institution}, and nowhere else. */
    boolean speaksFor(Name institution) {
        Set<String> place = role.stream().filter(Speakers::tellsWhere).collect(Collectors.toSet());
        return propers.contains(true)
                && institution.isInstitution()
                && place.stream().anyMatch(institution::isCalled)
                && (institution.all().containsAll(place)
                        || (institution.tells() && place.containsAll(institution.key)));
    }

    /** "The bank" may be any; a minister's own ministry is the only one that is spoken of without a name. */
    private boolean tells() {
        return key.size() > 1 || key.contains("ministry");
    }

    /** Whether this is a post ("the governor") that the description of {@code person} says they hold. */
    boolean isHeldBy(Name person) {
        return propers.equals(Set.of(false))
                && Speakers.UNIQUE_POSTS.containsAll(heads)
                && person.propers.contains(true)
                && person.role.containsAll(key);
    }

    private boolean isCalled(String word) {
        return heads.contains(word) || (Speakers.INSTITUTIONS.contains(word) && role.contains(word));
    }

    /** "The party", "the statement": who is meant, another article tells. */
    boolean isNameless() {
        return key.size() == 1 && Speakers.NAMELESS.containsAll(key);
    }

    boolean mayBeNameless() {
        return isInstitution() && !isNameless();
    }

    private boolean isInstitution() {
        Predicate<String> called = Speakers.INSTITUTIONS::contains;
        return !propers.contains(true)
                || (!posts.contains(true) && role.stream().anyMatch(called));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
