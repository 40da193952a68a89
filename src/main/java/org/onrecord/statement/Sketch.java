package org.onrecord.statement;

import java.util.List;
import java.util.Optional;

/**
 * All that comparison needs of a statement.
 *
 * @param text the normalised content
 * @param quantities in the order of the text
 * @param dates resolved as far as they can be, in the order of the text; {@link Dates} has the format
 * @param names of people, places and institutions in lower case, in the order of the text
 * @param lemmas stems of the words that tell something, in the order of the text
 * @param negated the stems among them that a negation covers
 * @param embedding of the text
 * @param context where the content was said, if it says too little by itself
 */
public record Sketch(
        String text,
        List<Quantity> quantities,
        List<String> dates,
        List<String> names,
        List<String> lemmas,
        List<String> negated,
        Embedding embedding,
        Optional<Context> context) {
    public Sketch {
        quantities = List.copyOf(quantities);
        dates = List.copyOf(dates);
        names = List.copyOf(names);
        lemmas = List.copyOf(lemmas);
        negated = List.copyOf(negated);
    }

    /**
     * What an article is about.
     *
     * @param names in its headline and lead
     * @param topic stems of the telling words there
     */
    public record Context(List<String> names, List<String> topic) {
        public Context {
            names = List.copyOf(names);
            topic = List.copyOf(topic);
        }
    }
}
