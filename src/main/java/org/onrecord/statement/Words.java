package org.onrecord.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import opennlp.tools.stemmer.PorterStemmer;

/** What is known of English words: their stems, how much each tells, and which tell nothing. */
final class Words {
    /** Weight of a stem that the table does not know: it is rarer than all that it knows. */
    static final int RARE = 100;

    /** A stem of less weight stands in more than one of fifty sentences. */
    private static final int TELLING = 40;

    private static final Known UNKNOWN = new Known(RARE, false);
    private static final Map<String, Known> KNOWN = load();
    private static final Map<String, String> SYNONYMS = synonyms();

    private record Known(int weight, boolean everyday) {}

    private static final Set<String> FUNCTION = Set.of(("a an the this that these those and or but nor so if than then "
                    + "as at by for from in into of off on onto out over to up with about after before between during "
                    + "through under until against among around toward towards upon within per via is am are was were "
                    + "be been being has have had having do does did doing will would shall should can could may might "
                    + "must i me my mine we us our ours you your yours he him his she her hers it its they them their "
                    + "theirs himself herself itself themselves who whom whose which what when where why how there "
                    + "here also just very too more most much many some any each every both all other another such "
                    + "own same only even still yet again once because while although though since s t re ve ll d m "
                    + "said say says saying told tell tells one jr sr inc corp co ltd plc llc")
            .split(" ", -1));

    private Words() {}

    static boolean isFunction(String lower) {
        return FUNCTION.contains(lower);
    }

    /** The stem of a word in lower case; irregular plurals of people are evened out. */
    static String stem(String lower) {
        return switch (lower) {
            case "men" -> "man";
            case "women" -> "woman";
            case "children" -> "child";
            case "people", "persons" -> "person";
            case "lives" -> "life";
            case "mt" -> "mount";
            // The stemmer keeps a state, so each call has its own; it is a small thing.
            default -> lower.length() > 40 ? lower.substring(0, 40) : new PorterStemmer().stem(lower);
        };
    }

    /** The stem that stands for all words used for one another, such as that of "quit" for "resign". */
    static String concept(String lower) {
        String stem = stem(lower);
        return SYNONYMS.getOrDefault(stem, stem);
    }

    /** A counted noun's singular, near enough: "countries" to "country", "homes" to "home". */
    static String singular(String lower) {
        return switch (lower) {
            case "men", "women", "children", "people", "persons", "lives" -> stem(lower);
            default -> {
                int length = lower.length();
                if (length > 4 && lower.endsWith("ies")) {
                    yield lower.substring(0, length - 3) + "y";
                }
                if (length > 4 && lower.matches(".*(ss|sh|ch|x|z)es")) {
                    yield lower.substring(0, length - 2);
                }
                boolean plural = length > 3 && lower.endsWith("s") && !lower.matches(".*(ss|us|is)");
                yield plural ? lower.substring(0, length - 1) : lower;
            }
        };
    }

    /** How much a stem tells, 1 to {@link #RARE}: its self-information in news, scaled. */
    static int weight(String stem) {
        return KNOWN.getOrDefault(stem, UNKNOWN).weight();
    }

    /** Whether a stem is rare enough to tell what a text is about. */
    static boolean isTelling(String stem) {
        return weight(stem) >= TELLING;
    }

    /** Whether a word in lower case is an everyday one, so that a capital at a sentence's start says nothing. */
    static boolean isEveryday(String lower) {
        return KNOWN.getOrDefault(stem(lower), UNKNOWN).everyday();
    }

    /** A stem of two groups belongs to the first. */
    private static Map<String, String> synonyms() {
        Map<String, String> concepts = new HashMap<>();
        read("synonyms.txt", line -> {
            String[] group = line.split(" ", -1);
            for (String word : group) {
                concepts.putIfAbsent(stem(word), stem(group[0]));
            }
        });
        return Map.copyOf(concepts);
    }

    private static Map<String, Known> load() {
        Map<String, Known> known = new HashMap<>();
        read("stem-weights.tsv", line -> {
            String[] fields = line.split("\t", -1);
            known.put(fields[0], new Known(Integer.parseInt(fields[1]), fields[2].equals("1")));
        });
        return Map.copyOf(known);
    }

    /** Gives each line of a resource that is no comment. */
    static void read(String resource, Consumer<String> each) {
        try (InputStream in = Words.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
