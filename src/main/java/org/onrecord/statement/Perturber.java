package org.onrecord.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Changes one thing of a sentence by rule, so that it no longer says the same although its words hardly differ. */
final class Perturber {
    /** What is changed. */
    enum Kind {
        NUMBER,
        NEGATION,
        ANTONYM,
        NAME,
        ROLES,
        WEEKDAY,
        COUNTRY
    }

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,:-])([2-9]|[1-9]\\d{1,2})(?![\\d.,:-]|st|nd|rd|th)");
    private static final Pattern AUXILIARY =
            Pattern.compile("\\b(is|was|were|are|will|would|has|had|have|can|could)\\b(?! (?:not|no|never)\\b)");
    private static final Pattern NAME =
            Pattern.compile("(?<=[a-z,] )\\p{Lu}\\p{Ll}{3,}(?: \\p{Lu}\\p{Ll}{2,})?(?=[ .,]|$)");
    private static final Pattern RUN = Pattern.compile("\\b\\p{Lu}\\p{Ll}{2,}\\b(?: \\p{Lu}\\p{Ll}{2,}\\b)*");
    private static final Map<String, String> ANTONYMS = Map.ofEntries(
            Map.entry("rose", "fell"),
            Map.entry("fell", "rose"),
            Map.entry("rise", "fall"),
            Map.entry("raised", "cut"),
            Map.entry("increase", "decrease"),
            Map.entry("increased", "decreased"),
            Map.entry("accepted", "rejected"),
            Map.entry("approved", "rejected"),
            Map.entry("rejected", "approved"),
            Map.entry("won", "lost"),
            Map.entry("confirmed", "denied"),
            Map.entry("opened", "closed"),
            Map.entry("supported", "opposed"),
            Map.entry("higher", "lower"),
            Map.entry("began", "ended"),
            Map.entry("closed", "opened"));
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> COUNTRIES = List.of(
            "Iran",
            "Iraq",
            "Egypt",
            "France",
            "Germany",
            "China",
            "Russia",
            "Ukraine",
            "India",
            "Pakistan",
            "Spain",
            "Italy",
            "Japan",
            "Israel",
            "Turkey",
            "Kestrane",
            "Orovia",
            "Delmara");

    private Perturber() {}

    /** The sentence with one {@code kind} of thing changed; empty where it has none of it. */
    static Optional<String> change(String sentence, Kind kind) {
        return switch (kind) {
            case NUMBER -> number(sentence);
            case NEGATION -> replace(AUXILIARY.matcher(sentence), m -> m.group() + " not");
            case ANTONYM -> word(sentence, ANTONYMS);
            case NAME -> replace(NAME.matcher(sentence), m -> plain(m.group()) ? null : "Marlowe Tennick");
            case ROLES -> roles(sentence);
            case WEEKDAY -> next(sentence, DAYS);
            case COUNTRY -> next(sentence, COUNTRIES);
        };
    }

    private interface Change {
        /** What stands there instead; null to leave it. */
        String of(Matcher match);
    }

    private static Optional<String> replace(Matcher match, Change change) {
        StringBuilder text = new StringBuilder();
        while (match.find()) {
            String other = change.of(match);
            if (other != null) {
                match.appendReplacement(text, Matcher.quoteReplacement(other));
                match.appendTail(text);
                return Optional.of(text.toString());
            }
        }
        return Optional.empty();
    }

    private static boolean plain(String name) {
        return Arrays.stream(name.split(" ", -1)).anyMatch(Names::isPlain);
    }

    private static Optional<String> number(String sentence) {
        return replace(NUMBER.matcher(sentence), m -> {
            int number = Integer.parseInt(m.group());
            int other = number > 31 ? 2 * number + 3 : number > 15 ? number - 7 : number + 6; // a day stays a day
            return String.valueOf(other);
        });
    }

    private static Optional<String> word(String sentence, Map<String, String> others) {
        return replace(Pattern.compile("\\b\\p{Ll}+\\b").matcher(sentence), m -> others.get(m.group()));
    }

    private static Optional<String> next(String sentence, List<String> words) {
        return replace(Pattern.compile("\\b\\p{Lu}\\p{Ll}+\\b").matcher(sentence), m -> {
            int at = words.indexOf(m.group());
            return at < 0 ? null : words.get((at + 2) % words.size());
        });
    }

    private static Optional<String> roles(String sentence) {
        List<String> names = new ArrayList<>();
        Matcher match = RUN.matcher(sentence);
        while (match.find()) {
            String name = match.group();
            while (!name.isEmpty() && Names.isPlain(name.split(" ", 2)[0])) {
                name = name.contains(" ") ? name.split(" ", 2)[1] : "";
            }
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        if (names.size() != 2 || areListed(sentence, names.get(0), names.get(1))) {
            return Optional.empty();
        }
        String held = "\u0000";
        return Optional.of(sentence.replace(names.get(0), held)
                .replace(names.get(1), names.get(0))
                .replace(held, names.get(1)));
    }

    /** "Egypt and Delmara opened talks" says what "Delmara and Egypt opened talks" does. */
    private static boolean areListed(String sentence, String one, String other) {
        return Stream.of("and", "or", "as well as").anyMatch(and -> sentence.contains(one + ' ' + and + ' ' + other));
    }
}
