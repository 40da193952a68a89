package org.onrecord.resolution;

import org.onrecord.fact.Occurrence;

/**
 * The live reports of one member that differ only in article and time: however often an outlet repeats itself, a fact
 * is built from the first and the last.
 *
 * @param count how many there are, at least one
 */
public record Chorus(int count, Occurrence earliest, Occurrence latest) {
    static Chorus of(Occurrence only) {
        return new Chorus(1, only, only);
    }

    Chorus with(Occurrence another) {
        return new Chorus(
                count + 1,
                Occurrence.EARLIEST.compare(another, earliest) < 0 ? another : earliest,
                Occurrence.EARLIEST.compare(another, latest) > 0 ? another : latest);
    }
}
