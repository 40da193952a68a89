package org.onrecord.claim;

import java.util.Optional;
import java.util.regex.Pattern;

/** Makes content stand on its own: no quotation marks, and who "she" and "I" are where that is known. */
final class Propositions {
    private static final Pattern MARKS = Pattern.compile("[\"“”„«»]|(?<!\\p{L})‘|’(?!\\p{L})");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern FIRST_PERSON =
            Pattern.compile("^I (?=have|had|am|was|will|would|never|did|do|saw|hope|want)");

    private Propositions() {}

    static String of(String content, Optional<Source> source, boolean direct) {
        String plain = SPACE.matcher(MARKS.matcher(content).replaceAll(""))
                .replaceAll(" ")
                .strip();
        boolean person = source.map(s -> s.type() == SourceType.PERSON).orElse(false);
        if (direct && person) {
            String name = source.orElseThrow().resolved();
            plain = FIRST_PERSON
                    .matcher(plain)
                    .replaceFirst(java.util.regex.Matcher.quoteReplacement(name) + " ")
                    .replaceFirst("^(" + Pattern.quote(name) + ") have ", "$1 has ")
                    .replaceFirst("^(" + Pattern.quote(name) + ") am ", "$1 is ");
        }
        return plain.isEmpty() ? content.strip() : plain;
    }
}
