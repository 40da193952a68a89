package org.onrecord.markup;

import java.util.List;
import org.onrecord.claim.SourceType;

/**
 * How often a source speaks in an article.
 *
 * @param name the resolved one
 * @param claims numbers of its claims, ascending
 * @param denials how many of them it denies
 */
record SourceCount(String name, SourceType type, List<Integer> claims, int denials) {
    SourceCount {
        claims = List.copyOf(claims);
    }
}
