package org.onrecord.markup;

import java.util.List;

/**
 * A line of the body that is not blank.
 *
 * @param pieces the whole line, in order
 * @param claims numbers of the claims whose content begins in the line
 */
record MarkedLine(List<Piece> pieces, List<Integer> claims) {
    MarkedLine {
        pieces = List.copyOf(pieces);
        claims = List.copyOf(claims);
    }
}
