package org.onrecord.resolution;

import java.util.List;
import java.util.Optional;
import org.onrecord.statement.Embedding;
import org.onrecord.statement.Sketch;

/** Sketches that have a text and nothing else. */
public final class Sketches {
    private Sketches() {}

    public static Sketch ofText(String text) {
        return of(text, Embedding.NONE);
    }

    static Sketch of(String text, Embedding embedding) {
        return new Sketch(
                text, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), embedding, Optional.empty());
    }
}
