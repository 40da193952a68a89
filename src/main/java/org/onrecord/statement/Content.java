package org.onrecord.statement;

import java.util.List;

/**
 * What normalising finds in a text.
 *
 * @param text words in lower case, figures and dates in one format, nothing else
 * @param lemmas stems of the words that tell something, in order
 * @param names of people, places and institutions, in lower case, in order
 * @param dates as {@link Dates} writes them
 * @param negated stems that stand in the scope of a negation
 */
record Content(
        String text,
        List<String> lemmas,
        List<String> names,
        List<Quantity> quantities,
        List<String> dates,
        List<String> negated) {
    Content {
        lemmas = List.copyOf(lemmas);
        names = List.copyOf(names);
        quantities = List.copyOf(quantities);
        dates = List.copyOf(dates);
        negated = List.copyOf(negated);
    }
}
