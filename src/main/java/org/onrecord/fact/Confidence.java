package org.onrecord.fact;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.onrecord.claim.Modality;

/**
 * How well a fact is founded, from 0 to 1: one minus the chance that all of its origins err, were each of them right as
 * often as its best claim lets one hope. An origin that states a fact, in words that were certainly read right, is taken
 * to be right three times out of five; a plan counts for half of that and a possibility for a quarter. So the figure
 * rises with every origin, with how firmly each of them speaks and with how surely each was read, and never falls with
 * any of these. It orders facts; that so many of them are true it does not say. Denials do not enter: {@code status}
 * and {@code deniedBy} tell of those.
 */
final class Confidence {
    private static final double RIGHT = .6;

    /** The best of each origin, by its name: the order of multiplication is part of the result. */
    private final Map<String, Double> best = new TreeMap<>();

    static double of(Collection<Occurrence> backing, Collection<String> origins, Origins all) {
        Confidence confidence = new Confidence();
        for (Occurrence occurrence : backing) {
            String origin = all.of(occurrence);
            if (origins.contains(origin)) {
                confidence.add(origin, occurrence.modality(), occurrence.confidence());
            }
        }
        return confidence.value();
    }

    /** @param read in per cent */
    void add(String origin, Modality modality, int read) {
        best.merge(origin, RIGHT * weight(modality) * read / 100, Math::max);
    }

    /** Rounded to hundredths, for no consumer can see a smaller difference. */
    double value() {
        double allErr = 1;
        for (double right : best.values()) {
            allErr *= 1 - right;
        }
        return Math.round((1 - allErr) * 100) / 100.0;
    }

    private static double weight(Modality modality) {
        return switch (modality) {
            case FACT -> 1;
            case PLAN -> .5;
            case POSSIBLE -> .25;
        };
    }
}
