package org.onrecord.claim.tagger;

import java.util.BitSet;
import java.util.List;

/**
 * Words of a paragraph, in order.
 *
 * @param words as they stand
 * @param lower in lower case, with straight quotation marks; one a word
 * @param tags universal parts of speech; one a word
 * @param quoted which words are within quotation marks, the marks included
 * @param sentenceStarts which words begin a sentence
 * @param hints what rules take each word for; one a word
 */
public record Passage(
        List<String> words,
        List<String> lower,
        List<String> tags,
        BitSet quoted,
        BitSet sentenceStarts,
        List<Role> hints) {
    public Passage {
        words = List.copyOf(words);
        lower = List.copyOf(lower);
        tags = List.copyOf(tags);
        hints = List.copyOf(hints);
        if (lower.size() != words.size() || tags.size() != words.size() || hints.size() != words.size()) {
            throw new IllegalArgumentException(words.size() + " words, " + lower.size() + " in lower case, "
                    + tags.size() + " tags, " + hints.size() + " hints");
        }
    }

    public int size() {
        return words.size();
    }

    /** Where the sentence ends that begins at a word. */
    int sentenceEnd(int from) {
        int next = sentenceStarts.nextSetBit(from + 1);
        return next < 0 ? size() : next;
    }

    boolean isVerb(int i) {
        return tags.get(i).equals("VERB") || tags.get(i).equals("AUX");
    }
}
