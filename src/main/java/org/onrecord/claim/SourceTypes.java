package org.onrecord.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what kind of source a phrase names, by its words. */
final class SourceTypes {
    static final Set<String> INSTITUTION =
            words("ministry government office bank agency police union party council court university"
                    + " company commission committee association army military navy department authority administration campaign"
                    + " parliament congress senate house embassy coalition institute group organization organisation federation"
                    + " force forces command hospital fund board bureau centre center corporation firm foundation institution"
                    + " kremlin pentagon nato un eu treasury cabinet outlet newspaper network service hall team lawyers city"
                    + " guard brigade railway airline regulator prosecution opposition secretariat consortium tribunal"
                    + " academy observatory league alliance watchdog utility broadcaster industries minerals lines motors"
                    + " airlines railways energy holdings systems technologies");
    static final Set<String> ANONYMOUS =
            words("official officials source sources person people diplomat diplomats spokesman"
                    + " spokeswoman spokesperson aide aides insider insiders officer officers adviser advisers inspector employee"
                    + " lawmaker lawmakers negotiator negotiators executive executives strategist one some");
    static final Set<String> DOCUMENT =
            words("report letter statement document documents draft papers paper study memo data"
                    + " figures records survey poll estimate email emails transcript filing analysis book article review indictment"
                    + " complaint post tweet");
    static final Set<String> CROWD = words("residents economists voters critics experts analysts witnesses supporters"
            + " opponents protesters listeners users democrats republicans americans many most researchers scientists observers"
            + " investors markets families workers reports");

    private static final Set<String> UNNAMED =
            words("official officials source sources person people diplomat diplomats aide"
                    + " aides insider insiders adviser advisers employee employees lawmaker lawmakers negotiator negotiators executive"
                    + " executives inspector officer officers");
    private static final Set<String> AFTER_HEAD =
            words("of at in from for with to on by who which close familiar briefed"
                    + " speaking involved inside within near directly");

    private static final Set<String> LINKS = words("of for the and");

    private static final Set<String> HONORIFICS = words("mr mr. mrs mrs. ms ms. dr dr. judge col col. gen gen. capt"
            + " capt. prof prof. sen sen. gov gov. rep rep.");

    /** How names of roles end. */
    private static final Pattern ONE_PERSON = Pattern.compile(
            "(?:er|or|ist|ian|man|woman|ant|ent|ess|chief|head|boss|mother|father|wife|husband|judge|pilot|coach|king|queen|general|colonel|captain)$");

    private SourceTypes() {}

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ", -1)));
    }

    static SourceType of(String phrase) {
        String text = phrase.equals(phrase.toUpperCase(Locale.ROOT)) ? phrase.toLowerCase(Locale.ROOT) : phrase;
        String[] words = text.split("[^\\p{L}\\p{N}'’.-]+", -1);
        if (isSomeoneUnnamed(words)) {
            return SourceType.ANONYMOUS;
        }
        if (isNamedBeforeWhere(words)) {
            return SourceType.PERSON;
        }
        if (isNamedAfter(words)) {
            return SourceType.INSTITUTION;
        }
        int capitals = 0;
        for (int i = words.length - 1; i >= 0; i--) {
            String lower = words[i].toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("'s?$", "");
            if (INSTITUTION.contains(lower) && (i == words.length - 1 || !isName(words[words.length - 1]))) {
                return SourceType.INSTITUTION;
            }
            capitals += isName(words[i]) ? 1 : 0;
        }
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (capitals < 2 && ANONYMOUS.contains(lower)) {
                return SourceType.ANONYMOUS;
            }
            if (DOCUMENT.contains(lower)) {
                return SourceType.DOCUMENT;
            }
            if (CROWD.contains(lower)) {
                return SourceType.CROWD;
            }
        }
        return capitals > 1 ? SourceType.PERSON : capitals == 1 ? SourceType.INSTITUTION : SourceType.UNKNOWN;
    }

    /** Whether "he" or "she" may mean what a phrase names. */
    static boolean canBeOnePerson(String phrase) {
        String[] words = phrase.split("[^\\p{L}\\p{N}'’.-]+", -1);
        String last = words[words.length - 1].toLowerCase(Locale.ROOT);
        return switch (of(phrase)) {
            case PERSON -> true;
            case ANONYMOUS -> !last.endsWith("s") && !last.equals("some") && !phrase.contains("people");
            case UNKNOWN ->
                isName(words[words.length - 1]) || ONE_PERSON.matcher(last).find();
            default -> words.length == 1 && isName(words[0]);
        };
    }

    /** "Transport Minister Lena Arnot", "Mr Arnot": a title before the name. */
    static boolean hasTitle(String mention) {
        String[] words = mention.split(" ", -1);
        for (int i = 0; i < words.length - 1; i++) {
            String lower = words[i].toLowerCase(Locale.ROOT);
            if (HONORIFICS.contains(lower)
                    || (i < words.length - 2 && ONE_PERSON.matcher(lower).find())) {
                return true;
            }
        }
        return false;
    }

    /** "Samuel Tovey of the Mines Rescue Service". */
    private static boolean isNamedBeforeWhere(String[] words) {
        int head = 0;
        while (head < words.length && isName(words[head]) && !isInstitution(words[head])) {
            head++;
        }
        return head > 1 && head < words.length && AFTER_HEAD.contains(words[head]);
    }

    /** "Ministry of the Interior", "the Office for National Accounts". */
    private static boolean isNamedAfter(String[] words) {
        int head = 0;
        while (head < words.length
                && !isInstitution(words[head])
                && (isName(words[head]) || words[head].equalsIgnoreCase("the"))) {
            head++;
        }
        return head + 1 < words.length
                && isInstitution(words[head])
                && LINKS.contains(words[head + 1])
                && Arrays.stream(words, head + 1, words.length).allMatch(word -> isName(word) || LINKS.contains(word));
    }

    private static boolean isInstitution(String word) {
        return INSTITUTION.contains(word.toLowerCase(Locale.ROOT));
    }

    /** "A ministry official": not the ministry, as a spokesperson would be. */
    private static boolean isSomeoneUnnamed(String[] words) {
        int head = 0;
        while (head + 1 < words.length && !AFTER_HEAD.contains(words[head + 1].toLowerCase(Locale.ROOT))) {
            head++;
        }
        return UNNAMED.contains(words[head].toLowerCase(Locale.ROOT));
    }

    private static boolean isName(String word) {
        return !word.isEmpty()
                && Character.isUpperCase(word.codePointAt(0))
                && !Set.of("The", "A", "An", "One", "Two", "Three", "Some", "These")
                        .contains(word);
    }
}
