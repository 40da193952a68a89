package org.onrecord.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The outlets and agencies that carry a fact's claims, one key a publisher, and how readers know them. */
final class Carriers {
    private static final Comparator<Name> BEST = Comparator.comparing(Name::rank)
            .thenComparing(Name::from, Occurrence.EARLIEST)
            .thenComparing(Name::text);

    private final Families families;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Name> names = new HashMap<>();
    private final Map<String, String> outlets = new HashMap<>();

    /** How an occurrence names a publisher: by the outlet's own name, as an agency in its text, by the outlet's id. */
    private record Name(int rank, Occurrence from, String text) {}

    Carriers(Families families, Collection<Occurrence> occurrences) {
        this.families = families;
        for (Occurrence o : occurrences) {
            o.outletName().ifPresent(name -> ids.merge(Words.slug(name), Words.slug(o.outlet()), Carriers::first));
        }
        occurrences.stream().sorted(Occurrence.EARLIEST).forEach(o -> o.outletName()
                .ifPresent(name -> outlets.putIfAbsent(o.outlet(), Words.evenSpaces(name))));
        for (Occurrence o : occurrences) {
            outlets.putIfAbsent(o.outlet(), o.outlet());
            o.via().map(Words::slug).ifPresent(via -> ids.putIfAbsent(via, via));
        }
        for (Occurrence o : occurrences) {
            o.outletName().ifPresent(name -> offer(key(o.outlet()), new Name(0, o, Words.evenSpaces(name))));
            o.via().ifPresent(via -> offer(key(via), new Name(1, o, Words.evenSpaces(via))));
            offer(key(o.outlet()), new Name(2, o, o.outlet()));
        }
    }

    /** Whoever had the claim first hand, as far as the article tells: the agency relayed, or else the outlet. */
    String key(Occurrence occurrence) {
        return key(occurrence.via().filter(via -> !via.isBlank()).orElse(occurrence.outlet()));
    }

    String key(String outlet) {
        String slug = Words.slug(outlet);
        return families.family(ids.getOrDefault(slug, slug));
    }

    /** The carrier that a source's name means: "Meridian Wire", also as "the news agency Meridian Wire". */
    Optional<String> named(String source) {
        String key = key(source);
        if (names.containsKey(key)) {
            return Optional.of(key);
        }
        String slug = Words.slug(source);
        return ids.entrySet().stream()
                .filter(id -> slug.endsWith("-" + id.getKey()))
                .map(Map.Entry::getValue)
                .map(families::family)
                .min(Comparator.naturalOrder());
    }

    /** The outlet that printed a claim, as its readers know it; outlets of one family keep their own names. */
    String outlet(Occurrence occurrence) {
        return outlets.get(occurrence.outlet());
    }

    String name(String key) {
        return names.get(key).text();
    }

    private void offer(String key, Name name) {
        names.merge(key, name, (a, b) -> BEST.compare(a, b) <= 0 ? a : b);
    }

    private static String first(String a, String b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
