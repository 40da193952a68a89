package org.onrecord.claim;

import java.util.List;

/**
 * An article in which people have marked who says what, to train on.
 *
 * @param text paragraphs parted by line ends; spans are indices into it
 */
public record GoldArticle(String id, String text, List<Relation> relations) {
    public GoldArticle {
        relations = List.copyOf(relations);
    }

    /** One attribution: where its source (may be nowhere), cue and content stand. */
    public record Relation(List<Span> source, List<Span> cue, List<Span> content) {
        public Relation {
            source = List.copyOf(source);
            cue = List.copyOf(cue);
            content = List.copyOf(content);
        }
    }
}
