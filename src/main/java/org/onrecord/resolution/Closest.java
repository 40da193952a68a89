package org.onrecord.resolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The entries of a block that are closest to one of them by signature: the only ones that it is compared with. Among
 * equally close ones a mix of both ids decides, so that of many alike no single one is everybody's neighbour, and so
 * that times that change do not change who is close.
 */
final class Closest {
    private record Ranked(BlockEntry entry, int distance, int mixed) {
        static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::distance)
                .thenComparingInt(Ranked::mixed)
                .thenComparing(ranked -> ranked.entry().statement());
    }

    private final BlockEntry from;
    private final int limit;
    private final PriorityQueue<Ranked> kept = new PriorityQueue<>(Ranked.ORDER.reversed());

    /** Keeps the {@code limit} closest to {@code from} of what is {@linkplain #offer offered}. */
    Closest(BlockEntry from, int limit) {
        this.from = from;
        this.limit = limit;
    }

    void offer(BlockEntry entry) {
        int distance = from.signature().distance(entry.signature());
        if (kept.size() == limit && distance > kept.element().distance()) {
            return;
        }
        kept.add(new Ranked(
                entry,
                distance,
                mix(entry.statement().hashCode() ^ from.statement().hashCode())));
        if (kept.size() > limit) {
            kept.remove();
        }
    }

    /** Closest first. */
    List<BlockEntry> entries() {
        List<Ranked> ranked = new ArrayList<>(kept);
        Collections.sort(ranked, Ranked.ORDER);
        return ranked.stream().map(Ranked::entry).toList();
    }

    /** The finaliser of MurmurHash3: strings that differ in one character have hashes that differ in few bits. */
    private static int mix(int hash) {
        int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
