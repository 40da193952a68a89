package org.onrecord.fact;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the claims of one fact ultimately came from. A named person, institution or document speaks for itself,
 * whoever carries it; what nobody named says is one origin for each publisher it was said to; what an outlet says in
 * its own voice comes from the publisher that had it first hand, or from the institution whose decision it reports.
 * Outlets that carry the same words of {@value #REPRINT_WORDS} or more are one, known by the earliest, or by the source
 * that one of them names. Tells only of the very occurrences that it was given.
 */
final class Origins {
    /** Fewer words than these are written twice by chance. */
    static final int REPRINT_WORDS = 8;

    private static final String VOICE = "voice ";
    private static final String UNNAMED = "unnamed ";
    private static final String NAMED = "named ";

    private final IdentityHashMap<Occurrence, Authority> named = new IdentityHashMap<>();
    private final IdentityHashMap<Occurrence, String> roots = new IdentityHashMap<>();
    private final Carriers carriers;
    private final Authorities authorities;
    private final Classes reprints = new Classes();
    /** Which named sources said the words that those of a class print. */
    private final Map<String, SortedSet<String>> spoken = new HashMap<>();

    private final Map<String, Authority> speakers = new HashMap<>();
    private final Map<String, Occurrence> earliest = new HashMap<>();

    Origins(Families families, List<Member> members) {
        List<Occurrence> all =
                members.stream().flatMap(m -> m.occurrences().stream()).toList();
        carriers = new Carriers(families, all);
        for (Occurrence occurrence : all) {
            Authority.of(occurrence).ifPresent(authority -> named.put(occurrence, authority));
        }
        authorities = new Authorities(Titles.in(all, named.values()));
        named.values().forEach(authority -> speakers.putIfAbsent(NAMED + authorities.of(authority), authority));
        joinReprints(members);
        for (Occurrence occurrence : all) {
            earliest.merge(root(occurrence), occurrence, (a, b) -> Occurrence.EARLIEST.compare(a, b) <= 0 ? a : b);
        }
    }

    /** The origin of one claim, for people to read; the same for two claims exactly when they have the same origin. */
    String of(Occurrence occurrence) {
        String root = root(occurrence);
        Occurrence first = earliest.get(root);
        if (root.startsWith(NAMED)) {
            return authorities.name(speakers.get(root));
        }
        return root.startsWith(UNNAMED) ? "anonymous sources of " + publisher(first) : publisher(first);
    }

    /**
     * The independent origins of claims that say the same, sorted. A publisher's own voice is no origin beside a
     * source that it names for the same (the headline says what the minister said), nor after an authority has said so
     * to anybody: by then it is no news of its own.
     */
    SortedSet<String> of(Collection<Occurrence> occurrences) {
        Set<String> attributing = new HashSet<>();
        Optional<Instant> said = Optional.empty();
        for (Occurrence occurrence : occurrences) {
            if (!root(occurrence).startsWith(VOICE)) {
                attributing.add(root(VOICE + carrier(occurrence)));
            }
            if (authority(occurrence)) {
                said = Optional.of(
                        said.filter(at -> at.isBefore(occurrence.at())).orElse(occurrence.at()));
            }
        }
        Map<String, Instant> firsts = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            firsts.merge(root(occurrence), occurrence.at(), (a, b) -> a.isBefore(b) ? a : b);
        }
        SortedSet<String> origins = new TreeSet<>();
        for (Occurrence occurrence : occurrences) {
            String root = root(occurrence);
            boolean repeats = root.startsWith(VOICE)
                    && (attributing.contains(root)
                            || said.filter(firsts.get(root)::isAfter).isPresent());
            if (!repeats) {
                origins.add(of(occurrence));
            }
        }
        return origins;
    }

    /** The outlets of the claims, by the names that readers know. */
    SortedSet<String> carriers(Collection<Occurrence> occurrences) {
        return occurrences.stream().map(carriers::outlet).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the claim comes from somebody who is named, and so is no mere relay. */
    boolean authority(Occurrence occurrence) {
        return root(occurrence).startsWith(NAMED);
    }

    /** Whether the claim comes from somebody of whom no more is known than whom they told. */
    boolean unnamed(Occurrence occurrence) {
        return root(occurrence).startsWith(UNNAMED);
    }

    /** The publisher that had the claim first hand. */
    String carrier(Occurrence occurrence) {
        return carriers.key(occurrence);
    }

    private String publisher(Occurrence occurrence) {
        return carriers.name(root(occurrence).startsWith(VOICE) ? voice(occurrence) : carrier(occurrence));
    }

    private String root(Occurrence occurrence) {
        return roots.computeIfAbsent(occurrence, o -> root(ownRoot(o)));
    }

    private String root(String own) {
        String shared = reprints.find(own);
        SortedSet<String> speaking = spoken.getOrDefault(shared, Collections.emptySortedSet());
        return speaking.size() == 1 ? speaking.first() : shared;
    }

    private String ownRoot(Occurrence occurrence) {
        Authority authority = named.get(occurrence);
        if (authority == null && !occurrence.ownVoice()) {
            return UNNAMED + carrier(occurrence);
        }
        return authority == null || outlet(authority).isPresent()
                ? VOICE + voice(occurrence)
                : NAMED + authorities.of(authority);
    }

    /** "State television reported": an outlet that is cited as a source is that outlet's own voice. */
    private String voice(Occurrence occurrence) {
        return Optional.ofNullable(named.get(occurrence)).flatMap(this::outlet).orElseGet(() -> carrier(occurrence));
    }

    private Optional<String> outlet(Authority authority) {
        return carriers.named(authority.name());
    }

    /**
     * Words that a named source said are that source's wherever they stand; two that are named stay two. Who denies them
     * has not said them.
     */
    private void joinReprints(List<Member> members) {
        Map<String, SortedSet<String>> rootsOfText = new TreeMap<>();
        for (Member member : members) {
            String text = Words.evenSpaces(member.normalisedText());
            if (Words.count(text) >= REPRINT_WORDS) {
                member.occurrences().forEach(occurrence -> rootsOfText
                        .computeIfAbsent(occurrence.stance() + text, t -> new TreeSet<>())
                        .add(ownRoot(occurrence)));
            }
        }
        for (SortedSet<String> roots : rootsOfText.values()) {
            unnamed(roots)
                    .forEach(root ->
                            reprints.join(root, unnamed(roots).findFirst().orElseThrow()));
        }
        for (SortedSet<String> roots : rootsOfText.values()) {
            unnamed(roots).findFirst().ifPresent(root -> spoken.computeIfAbsent(
                            reprints.find(root), r -> new TreeSet<>())
                    .addAll(roots.subSet(NAMED, UNNAMED)));
        }
    }

    private static Stream<String> unnamed(SortedSet<String> roots) {
        return roots.tailSet(UNNAMED).stream();
    }
}
