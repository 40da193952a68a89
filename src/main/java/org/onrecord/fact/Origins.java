package org.onrecord.fact;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the claims of one fact ultimately came from. A named person, institution or document speaks for itself,
 * whoever carries it; what nobody named says is one origin for each publisher it was said to; what an outlet says in
 * its own voice comes from the publisher that had it first hand. Outlets that carry the same words of
 * {@value #REPRINT_WORDS} or more are one, known by the earliest.
 */
final class Origins {
    /** Fewer words than these are written twice by chance. */
    static final int REPRINT_WORDS = 8;

    private static final String VOICE = "voice ";
    private static final String UNNAMED = "unnamed ";
    private static final String NAMED = "named ";

    private final Map<Occurrence, Authority> named = new HashMap<>();
    private final Carriers carriers;
    private final Authorities authorities;
    private final Classes reprints = new Classes();
    private final Map<String, Occurrence> earliest = new HashMap<>();

    Origins(Families families, List<Member> members) {
        List<Occurrence> all =
                members.stream().flatMap(m -> m.occurrences().stream()).toList();
        carriers = new Carriers(families, all);
        for (Occurrence occurrence : all) {
            Authority.of(occurrence).ifPresent(authority -> named.put(occurrence, authority));
        }
        authorities = new Authorities(named.values());
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
            return authorities.name(named.get(first));
        }
        return root.startsWith(UNNAMED) ? "anonymous sources of " + publisher(first) : publisher(first);
    }

    /**
     * The independent origins of claims that say the same, sorted. A publisher's own voice is no origin beside a
     * source that it names for the same: the headline says what the minister said.
     */
    SortedSet<String> of(Collection<Occurrence> occurrences) {
        Set<String> attributing = new HashSet<>();
        for (Occurrence occurrence : occurrences) {
            if (!root(occurrence).startsWith(VOICE)) {
                attributing.add(reprints.find(VOICE + carrier(occurrence)));
            }
        }
        SortedSet<String> origins = new TreeSet<>();
        for (Occurrence occurrence : occurrences) {
            if (!attributing.contains(root(occurrence))) {
                origins.add(of(occurrence));
            }
        }
        return origins;
    }

    /** Whether the claim comes from somebody who is named, and so is no mere relay. */
    boolean authority(Occurrence occurrence) {
        return root(occurrence).startsWith(NAMED);
    }

    /** The publisher that had the claim first hand. */
    String carrier(Occurrence occurrence) {
        return carriers.key(occurrence);
    }

    private String publisher(Occurrence occurrence) {
        return carriers.name(root(occurrence).startsWith(VOICE) ? voice(occurrence) : carrier(occurrence));
    }

    private String root(Occurrence occurrence) {
        Authority authority = named.get(occurrence);
        if (occurrence.ownVoice() || (authority != null && isPublisher(authority))) {
            return reprints.find(VOICE + voice(occurrence));
        }
        return authority == null ? reprints.find(UNNAMED + carrier(occurrence)) : NAMED + authorities.of(authority);
    }

    /** "State television reported": an outlet that is cited as a source is that outlet's own voice. */
    private String voice(Occurrence occurrence) {
        return Optional.ofNullable(named.get(occurrence))
                .map(authority -> carriers.key(authority.name()))
                .orElseGet(() -> carrier(occurrence));
    }

    private boolean isPublisher(Authority authority) {
        return !authority.person() && carriers.carries(carriers.key(authority.name()));
    }

    private void joinReprints(List<Member> members) {
        Map<String, String> firsts = new HashMap<>();
        for (Member member : members) {
            String text = Words.evenSpaces(member.normalisedText());
            if (Words.count(text) < REPRINT_WORDS) {
                continue;
            }
            for (Occurrence occurrence : member.occurrences()) {
                String root = root(occurrence);
                if (!root.startsWith(NAMED)) {
                    String speaker = root.startsWith(VOICE)
                            ? ""
                            : occurrence.source().map(Words::slug).orElse("");
                    String first = firsts.putIfAbsent(text + '\n' + root.startsWith(VOICE) + speaker, root);
                    if (first != null) {
                        reprints.join(first, root);
                    }
                }
            }
        }
    }
}
