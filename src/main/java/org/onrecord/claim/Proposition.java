package org.onrecord.claim;

import java.util.List;
import java.util.Optional;

/**
 * One of the facts that a stretch of text states.
 *
 * @param words ascending; several where an aside stands between them
 * @param subject what the words say something of, where it stands elsewhere; they then begin with a verb, or with the
 *     pronoun that stands for it
 */
record Proposition(List<Range> words, Optional<Range> subject) {
    Proposition {
        words = List.copyOf(words);
    }

    static Proposition of(Range words) {
        return new Proposition(List.of(words), Optional.empty());
    }

    Range first() {
        return words.get(0);
    }

    boolean contains(Range range) {
        return words.stream().anyMatch(part -> part.contains(range));
    }

    /** The fact as a sentence of its own: its subject before its words. */
    String text(Unit unit) {
        Range from = unit.trim(first(), false);
        boolean alone = words.size() == 1 && from.to() - from.from() == 1;
        boolean pronoun = subject.isPresent() && !alone && Clauses.isRelative(unit.at(from.from()));
        Mention mention = mention(unit, pronoun ? from.from() + 1 : from.from());
        return subject.map(range -> unit.text(range) + ' ').orElse("") + mention.text();
    }

    /** The words where they stand. */
    Mention mention(Unit unit) {
        return mention(unit, first().from());
    }

    private Mention mention(Unit unit, int from) {
        return Mention.of(
                unit.body(),
                words.stream()
                        .map(part -> new Range(Math.max(from, part.from()), part.to()))
                        .map(part -> unit.trim(part, false))
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .map(unit::span)
                        .toList());
    }
}
