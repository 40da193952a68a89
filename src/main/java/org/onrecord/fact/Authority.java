package org.onrecord.fact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.claim.SourceType;

/**
 * A source that is named and so speaks for itself, whoever carries it: a person, an institution or a document. What
 * kind of source it is, is read off its words: a surname alone looks like an institution to whoever sees one sentence.
 *
 * @param name as its article gives it, without the article
 * @param key the words that tell it from others
 * @param role the other words that the article has for it ("head of the city mortuary")
 * @param head what it is called first of all: a surname, "ministry"
 * @param proper whether it goes by a proper name, as persons do, and not by what it is
 * @param post whether the article says which post it holds, so that it is a person
 */
record Authority(String name, Set<String> key, Set<String> role, String head, boolean proper, boolean post) {
    private static final Pattern DETERMINER =
            Pattern.compile("^(?:(?:the|an|a|his|her|its|their|own)\\s+)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEFINITE =
            Pattern.compile("^(?:an|a|one|another|some|two|three|several|former)\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPOKESPERSON = Pattern.compile(
            "\\bspokes(?:man|woman|person|men|women|people)\\b(?:\\s+(?:for|of)\\b)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAUSE = Pattern.compile(",?\\s+(?:who|whose|which)\\b.*$");
    private static final Pattern WRITTEN_BY = Pattern.compile(
            "^.*\\b(?:published|issued|released|compiled|prepared|produced)\\b.*?\\bby\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUNCTUATION_AT_END = Pattern.compile("[\\s,;:]+$");
    private static final Pattern POSSESSIVE_AT_END = Pattern.compile("['’]s?$");
    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "own", "who", "which", "one",
            "another");
    /** Longer descriptions of somebody unnamed say more about them than whom they speak for. */
    private static final int LONGEST_OFFICE = 5;

    /** The authority that speaks in {@code occurrence}, or whose decision it is; empty when it is nobody who is named. */
    static Optional<Authority> of(Occurrence occurrence) {
        SourceType type = occurrence.sourceType().orElse(SourceType.UNKNOWN);
        if (occurrence.ownVoice()) {
            return Acts.actor(occurrence.text()).flatMap(actor -> named(bare(actor), occurrence, false));
        }
        if (occurrence.source().isEmpty() || type == SourceType.CROWD) {
            return Optional.empty();
        }
        String source =
                CLAUSE.matcher(Words.evenSpaces(occurrence.source().get())).replaceAll("");
        source = PUNCTUATION_AT_END
                .matcher(WRITTEN_BY.matcher(source).replaceAll(""))
                .replaceAll("");
        return switch (type) {
            case DOCUMENT -> named(bare(source), occurrence, false);
            case PERSON, INSTITUTION, UNKNOWN, ANONYMOUS -> speaker(source, type, occurrence);
            case CROWD -> Optional.empty();
        };
    }

    private static Optional<Authority> speaker(String source, SourceType type, Occurrence occurrence) {
        Optional<String> person = PersonalName.in(bare(source));
        if (person.isPresent() && (type == SourceType.PERSON || type == SourceType.INSTITUTION)) {
            return named(person.get(), occurrence, true);
        }
        Optional<String> office = office(source);
        if (office.isPresent()) {
            return office.filter(name -> Words.telling(name).size() <= LONGEST_OFFICE)
                    .flatMap(name -> named(name, occurrence, false));
        }
        String first = bare(source.split(",", 2)[0]);
        boolean named = type == SourceType.PERSON || type == SourceType.INSTITUTION;
        boolean known = named ? !isNobody(first) : isPost(source);
        return known ? named(first, occurrence, false) : Optional.empty();
    }

    private static Optional<Authority> named(String name, Occurrence occurrence, boolean proper) {
        Set<String> key = new LinkedHashSet<>(proper ? Words.telling(name) : Words.institution(name));
        key.removeAll(PRONOUNS);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Set<String> role = new LinkedHashSet<>();
        boolean post = false;
        for (Optional<String> text : List.of(occurrence.sourceText(), occurrence.sourceResolved())) {
            role.addAll(Words.institution(text.orElse("")));
            post |= Words.telling(text.orElse("")).stream().anyMatch(Speakers.POSTS::contains);
        }
        role.removeAll(key);
        role.removeAll(PRONOUNS);
        return Optional.of(new Authority(name, key, role, head(name, key, proper), proper, post));
    }

    /** "A ministry official": what comes after the last preposition does not count. */
    private static boolean isNobody(String name) {
        List<String> words = phrase(name);
        return words.isEmpty()
                || Speakers.QUANTIFIERS.contains(words.get(0))
                || Speakers.NOBODY.contains(words.get(words.size() - 1));
    }

    /** "The governor", "Orovia's foreign minister", but not "a minister". */
    private static boolean isPost(String source) {
        List<String> words = phrase(source);
        return !INDEFINITE.matcher(source).find()
                && !words.isEmpty()
                && Speakers.UNIQUE_POSTS.contains(words.get(words.size() - 1));
    }

    private static List<String> phrase(String name) {
        List<String> words = new ArrayList<>();
        for (String word : Words.slug(name).split("-", -1)) {
            if (Set.of("of", "in", "for", "at", "with", "from", "briefed", "close", "to", "familiar")
                    .contains(word)) {
                break;
            }
            words.add(word);
        }
        return words;
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
        String bare = DETERMINER.matcher(name + " ").replaceFirst("").strip();
        return POSSESSIVE_AT_END.matcher(bare).replaceAll("");
    }

    /** "ministry" of "Iraq's foreign ministry", "bank" of "Bank of Norvenia", "corran" of "Livia Corran". */
    private static String head(String name, Set<String> key, boolean proper) {
        List<String> words = proper ? List.copyOf(key) : phrase(name);
        String last = words.isEmpty()
                ? ""
                : Words.institution(words.get(words.size() - 1)).stream()
                        .findFirst()
                        .orElse("");
        if (key.contains(last)) {
            return last;
        }
        List<String> all = List.copyOf(key);
        return all.get(all.size() - 1);
    }
}
