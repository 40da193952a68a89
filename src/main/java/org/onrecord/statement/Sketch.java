package org.onrecord.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All that comparison needs of a statement. Immutable, but for what comparing it prepares. */
public final class Sketch {
    private final String text;
    private final List<Quantity> quantities;
    private final List<String> dates;
    private final List<String> names;
    private final List<String> lemmas;
    private final List<String> negated;
    private final List<String> speaker;
    private final Embedding embedding;
    private final Optional<Context> context;
    private volatile Terms terms;

    /**
     * A sketch.
     *
     * @param text the normalised content
     * @param quantities in the order of the text
     * @param dates resolved as far as they can be, in the order of the text; {@link Dates} has the format
     * @param names of people, places and institutions in lower case, in the order of the text
     * @param lemmas stems of the words that tell something, in the order of the text
     * @param negated the stems among them that a negation covers
     * @param speaker stems of the words that tell who says it; empty in the outlet's own voice
     * @param embedding of the text
     * @param context where the content was said, if it says too little by itself
     */
    public Sketch(
            String text,
            List<Quantity> quantities,
            List<String> dates,
            List<String> names,
            List<String> lemmas,
            List<String> negated,
            List<String> speaker,
            Embedding embedding,
            Optional<Context> context) {
        this.text = Objects.requireNonNull(text);
        this.quantities = List.copyOf(quantities);
        this.dates = List.copyOf(dates);
        this.names = List.copyOf(names);
        this.lemmas = List.copyOf(lemmas);
        this.negated = List.copyOf(negated);
        this.speaker = List.copyOf(speaker);
        this.embedding = Objects.requireNonNull(embedding);
        this.context = Objects.requireNonNull(context);
    }

    /** The normalised content. */
    public String text() {
        return text;
    }

    /** In the order of the text. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** In the order of the text; {@link Dates} has the format. */
    public List<String> dates() {
        return dates;
    }

    /** In lower case, in the order of the text. */
    public List<String> names() {
        return names;
    }

    /** Stems of the words that tell something, in the order of the text. */
    public List<String> lemmas() {
        return lemmas;
    }

    /** The stems that a negation covers. */
    public List<String> negated() {
        return negated;
    }

    /** Stems of the words that tell who says it, each once; empty in the outlet's own voice. */
    public List<String> speaker() {
        return speaker;
    }

    /** Of the text. */
    public Embedding embedding() {
        return embedding;
    }

    /** Where the content was said, if it says too little by itself. */
    public Optional<Context> context() {
        return context;
    }

    /** What comparisons count with; made once, and the same whichever thread makes it. */
    Terms terms() {
        Terms made = terms;
        if (made == null) {
            made = new Terms(this);
            terms = made;
        }
        return made;
    }

    private List<Object> parts() {
        return List.of(text, quantities, dates, names, lemmas, negated, speaker, embedding, context);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "Sketch" + parts();
    }

    /**
     * What an article is about.
     *
     * @param names in its headline and lead
     * @param topic stems of the telling words there
     * @param dates there, as {@link Sketch#dates()} writes them
     * @param embedding of both together
     */
    public record Context(List<String> names, List<String> topic, List<String> dates, Embedding embedding) {
        public Context {
            names = List.copyOf(names);
            topic = List.copyOf(topic);
            dates = List.copyOf(dates);
            Objects.requireNonNull(embedding);
        }
    }
}
