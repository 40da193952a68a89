package org.onrecord.fact;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.claim.SourceType;

/**
 * A source that is named and so speaks for itself, whoever carries it: a person, an institution or a document.
 *
 * @param name as its article gives it, without the article
 * @param key the words that tell it from others
 * @param words those, and what the article calls it beside the claim ("army chief Ali Hassan")
 */
record Authority(String name, Set<String> key, Set<String> words, String head, boolean person, boolean institution) {
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|an|a)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPOKESPERSON = Pattern.compile(
            "\\bspokes(?:man|woman|person|men|women|people)\\b(?:\\s+(?:for|of)\\b)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSSESSIVE_AT_END = Pattern.compile("['’]s?$");
    private static final Set<String> PRONOUNS =
            Set.of("he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "who", "one", "another");
    /** Longer descriptions of somebody unnamed say more about them than whom they speak for. */
    private static final int LONGEST_OFFICE = 5;

    /** The authority that speaks in {@code occurrence}; empty when it is nobody who is named. */
    static Optional<Authority> of(Occurrence occurrence) {
        if (occurrence.ownVoice() || occurrence.source().isEmpty()) {
            return Optional.empty();
        }
        SourceType type = occurrence.sourceType().orElse(SourceType.UNKNOWN);
        String name = Words.evenSpaces(occurrence.source().get());
        return switch (type) {
            case PERSON -> named(bare(name), occurrence, true, false);
            case INSTITUTION -> named(office(name).orElse(bare(name)), occurrence, false, true);
            case DOCUMENT -> named(bare(name), occurrence, false, false);
            case ANONYMOUS, UNKNOWN ->
                office(name)
                        .filter(office -> Words.telling(office).size() <= LONGEST_OFFICE)
                        .flatMap(office -> named(office, occurrence, false, true));
            case CROWD -> Optional.empty();
        };
    }

    private static Optional<Authority> named(String name, Occurrence occurrence, boolean person, boolean institution) {
        Set<String> key = new LinkedHashSet<>(Words.telling(name));
        key.removeAll(PRONOUNS);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Set<String> words = new LinkedHashSet<>(key);
        occurrence.sourceText().ifPresent(text -> words.addAll(Words.telling(text)));
        return Optional.of(new Authority(name, key, words, head(name), person, institution));
    }

    /** Whom a spokesperson speaks for. */
    private static Optional<String> office(String source) {
        Matcher spokesperson = SPOKESPERSON.matcher(source);
        if (!spokesperson.find()) {
            return Optional.empty();
        }
        String before = bare(source.substring(0, spokesperson.start()).strip());
        String after = bare(source.substring(spokesperson.end()).strip());
        String office = before.isEmpty() || PRONOUNS.contains(before.toLowerCase(Locale.ROOT)) ? after : before;
        return Optional.of(POSSESSIVE_AT_END.matcher(office).replaceAll("").strip());
    }

    private static String bare(String name) {
        String bare = ARTICLE.matcher(name + " ").replaceFirst("").strip();
        return POSSESSIVE_AT_END.matcher(bare).replaceAll("");
    }

    /** "ministry" of "Iraq's foreign ministry", "bank" of "Bank of Norvenia". */
    private static String head(String name) {
        String[] parts = Words.slug(name).split("-", -1);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].equals("of") || parts[i].equals("for")) {
                return parts[i - 1];
            }
        }
        return parts[parts.length - 1];
    }
}
