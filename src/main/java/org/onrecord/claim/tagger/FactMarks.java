package org.onrecord.claim.tagger;

import java.util.BitSet;

/**
 * Where facts begin within the sentences of a passage.
 *
 * @param begins the words with which a fact begins that is not the first of its sentence
 * @param goesOn the words with which a fact goes on after one that was put into it
 */
public record FactMarks(BitSet begins, BitSet goesOn) {
    /** No fact begins within a sentence. */
    public static final FactMarks NONE = new FactMarks(new BitSet(), new BitSet());
}
