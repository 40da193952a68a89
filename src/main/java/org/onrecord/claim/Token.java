package org.onrecord.claim;

/**
 * A word or a mark of punctuation in an article's body.
 *
 * @param start first UTF-16 index in the body, inclusive
 * @param end last UTF-16 index, exclusive
 * @param text as it stands there
 * @param lower in lower case, with straight quotation marks
 * @param tag universal part of speech
 */
record Token(int start, int end, String text, String lower, String tag) {
    boolean is(String word) {
        return lower.equals(word);
    }

    Token tagged(String other) {
        return new Token(start, end, text, lower, other);
    }

    boolean isVerb() {
        return tag.equals("VERB") || tag.equals("AUX");
    }

    boolean isNominal() {
        return tag.equals("NOUN") || tag.equals("PROPN") || tag.equals("PRON") || tag.equals("NUM");
    }

    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
