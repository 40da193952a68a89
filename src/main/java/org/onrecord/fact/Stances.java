package org.onrecord.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.onrecord.claim.Stance;

/**
 * On which side each origin stands that has been on both. Who confirms what they had denied asserts it, and who denies
 * what they had said denies it: the newer position counts, until a publisher that has brought it goes back to the older
 * one. What somebody unnamed said is nobody's to take back: two of them may differ.
 */
final class Stances {
    private final Origins origins;
    private final Function<Voice, Optional<BigDecimal>> value;
    private final Map<String, Map<Position, List<Voice>>> byOrigin = new HashMap<>();
    private final Map<String, Set<Position>> left = new HashMap<>();

    /** Asserting another value is another position. */
    private record Position(Stance stance, Optional<BigDecimal> value) {
        boolean contradicts(Position other) {
            return stance != other.stance && (value.isEmpty() || other.value.isEmpty() || value.equals(other.value));
        }
    }

    /** @param value the value that a claim speaks of */
    Stances(Collection<Voice> voices, Function<Voice, Optional<BigDecimal>> value, Origins origins) {
        this.origins = origins;
        this.value = value;
        for (Voice voice : voices) {
            if (!origins.unnamed(voice.occurrence())) {
                byOrigin.computeIfAbsent(origins.of(voice.occurrence()), o -> new HashMap<>())
                        .computeIfAbsent(position(voice), p -> new ArrayList<>())
                        .add(voice);
            }
        }
        byOrigin.forEach((origin, positions) -> left.put(origin, left(positions, origins)));
    }

    private static Set<Position> left(Map<Position, List<Voice>> positions, Origins origins) {
        Set<Position> former = new HashSet<>();
        for (Position position : positions.keySet()) {
            for (Position other : positions.keySet()) {
                if (position.contradicts(other)) {
                    boolean named = position.value().equals(other.value());
                    Side own = named ? new Side(positions.get(position)) : Side.of(positions, position.stance());
                    Side its = named ? new Side(positions.get(other)) : Side.of(positions, other.stance());
                    if (own.isLeftFor(its, origins)) {
                        former.add(position);
                    }
                }
            }
        }
        if (former.containsAll(positions.keySet())) {
            former.remove(newest(positions));
        }
        return former;
    }

    /** Where claims without a number and claims with one lead in a circle, the newest position is taken to stand. */
    private static Position newest(Map<Position, List<Voice>> positions) {
        return positions.keySet().stream()
                .max(Comparator.comparing((Position p) -> new Side(positions.get(p)).began())
                        .thenComparing(Position::stance)
                        .thenComparing(p -> p.value().orElse(BigDecimal.ZERO)))
                .orElseThrow();
    }

    /** Whether the claim is on the side on which its origin stands now. */
    boolean stands(Voice voice) {
        return origins.unnamed(voice.occurrence())
                || !left.get(origins.of(voice.occurrence())).contains(position(voice));
    }

    private Position position(Voice voice) {
        return new Position(voice.stance(), value.apply(voice));
    }

    /**
     * One position, or all of one stance: who denies a number without naming it has taken back their own only if they
     * have not given another since.
     *
     * @param began when the position, or the last of them, was first taken
     */
    private record Side(List<Voice> voices, Instant began) {
        Side(List<Voice> voices) {
            this(voices, voices.stream().map(Side::at).min(Instant::compareTo).orElseThrow());
        }

        static Side of(Map<Position, List<Voice>> positions, Stance stance) {
            List<Side> sides = positions.entrySet().stream()
                    .filter(entry -> entry.getKey().stance() == stance)
                    .map(entry -> new Side(entry.getValue()))
                    .toList();
            return new Side(
                    sides.stream().flatMap(side -> side.voices.stream()).toList(),
                    sides.stream().map(Side::began).max(Instant::compareTo).orElseThrow());
        }

        /** Whether who once took this side now takes the other. */
        boolean isLeftFor(Side other, Origins origins) {
            if (other.began.isAfter(began)) {
                return returned(other, origins).filter(other.last()::isBefore).isEmpty();
            }
            return other.began.isBefore(began)
                    && other.returned(this, origins).filter(last()::isBefore).isPresent();
        }

        /** When this was last said by a publisher that had brought {@code newer} by then. */
        private Optional<Instant> returned(Side newer, Origins origins) {
            Map<String, Instant> brought = new HashMap<>();
            newer.voices.forEach(voice ->
                    brought.merge(origins.carrier(voice.occurrence()), at(voice), (a, b) -> a.isBefore(b) ? a : b));
            return voices.stream()
                    .filter(voice -> brought.getOrDefault(origins.carrier(voice.occurrence()), Instant.MAX)
                            .isBefore(at(voice)))
                    .map(Side::at)
                    .max(Instant::compareTo);
        }

        private Instant last() {
            return voices.stream().map(Side::at).max(Instant::compareTo).orElseThrow();
        }

        private static Instant at(Voice voice) {
            return voice.occurrence().at();
        }
    }
}
