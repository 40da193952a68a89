package org.onrecord.markup;

import java.util.Comparator;
import java.util.List;

/**
 * A stretch of the body that plays a role in claims.
 *
 * @param start first UTF-16 index, inclusive
 * @param end last UTF-16 index, exclusive
 * @param claims numbers of the claims, ascending; several where claims share a source or a cue
 * @param goesOn whether an earlier stretch of the same mention came before
 */
record Mark(Role role, int start, int end, List<Integer> claims, boolean goesOn) {
    /** What encloses comes before what it encloses. */
    static final Comparator<Mark> OUTERMOST_FIRST = Comparator.comparingInt(Mark::start)
            .thenComparing(Mark::end, Comparator.reverseOrder())
            .thenComparing(Mark::role)
            .thenComparing(mark -> mark.claims().get(0));

    Mark {
        claims = List.copyOf(claims);
    }

    int claim() {
        return claims.get(0);
    }
}
