package org.onrecord.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The outlets and agencies known by name, from {@code outlets.tsv}. Immutable. */
public final class Outlets {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_NAME = 60;

    /** Last words that give an outlet away though it is not listed. */
    private static final Set<String> OUTLET_WORDS = Set.of(
            "news newswire wire press times post herald tribune gazette courier ledger journal chronicle observer"
                    .concat(" guardian telegraph daily mail dispatch examiner inquirer bulletin radio tv television")
                    .concat(" broadcasting magazine newspaper review weekly online today mirror echo express sentinel")
                    .concat(" advertiser argus monitor register standard statesman")
                    .split(" "));

    private static final Set<String> OUTLET_STARTS = Set.of("radio", "televisión", "télé", "telewizja");

    private final Map<String, Outlet> byAlias;

    private Outlets(Map<String, Outlet> byAlias) {
        this.byAlias = byAlias;
    }

    /** Reads the list on the class path. */
    public static Outlets load() {
        return new Outlets(Map.copyOf(shipped()));
    }

    /**
     * Reads the list on the class path and then an operator's, of the same form; where both have a name, the operator's
     * holds.
     *
     * @throws IllegalArgumentException when the file cannot be read or has a line of another form; says which
     */
    public static Outlets load(Path more) {
        Map<String, Outlet> byAlias = shipped();
        try (BufferedReader lines = Files.newBufferedReader(more)) {
            read(lines, more.toString(), byAlias);
        } catch (IOException e) {
            throw new IllegalArgumentException(more + " cannot be read as a list of outlets: " + e, e);
        }
        return new Outlets(Map.copyOf(byAlias));
    }

    private static Map<String, Outlet> shipped() {
        Map<String, Outlet> byAlias = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Outlets.class.getResourceAsStream("/outlets.tsv"), "outlets.tsv is missing"),
                StandardCharsets.UTF_8))) {
            read(lines, "outlets.tsv", byAlias);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byAlias;
    }

    /** The first line names the columns. */
    private static void read(BufferedReader lines, String file, Map<String, Outlet> byAlias) {
        lines.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> add(line, file, byAlias));
    }

    private static void add(String line, String file, Map<String, Outlet> byAlias) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 4 || columns[0].isBlank() || columns[1].isBlank()) {
            throw new IllegalArgumentException(file
                    + " wants four columns between tabs, id, name, aliases separated by | and family, in: " + line);
        }
        Outlet outlet = new Outlet(columns[0], columns[1], columns[3]);
        byAlias.put(key(outlet.id()), outlet);
        byAlias.put(listedKey(outlet.name()), outlet);
        for (String alias : columns[2].split("\\|", -1)) {
            if (!alias.isBlank()) {
                byAlias.put(listedKey(alias), outlet);
            }
        }
    }

    /** The outlet of this id, name or alias, whatever its case, article or punctuation. */
    public Optional<Outlet> find(String alias) {
        return alias.length() > LONGEST_NAME
                ? Optional.empty()
                : Optional.ofNullable(byAlias.get(plain(alias))).or(() -> Optional.ofNullable(byAlias.get(key(alias))));
    }

    /** Whether a proper name is that of an outlet, listed or by its last word ("Harbour Gazette"). */
    public boolean isOutletName(String name) {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || !Character.isUpperCase(withoutArticle(name).codePointAt(0))) {
            return false;
        }
        if (find(name).isPresent()) {
            return true;
        }
        String[] words = withoutArticle(name).split("\\s+", -1);
        String last = words[words.length - 1];
        return words.length > 1
                && words.length <= 5
                && Character.isUpperCase(last.codePointAt(0))
                && (OUTLET_WORDS.contains(last.toLowerCase(Locale.ROOT))
                        || OUTLET_STARTS.contains(words[0].toLowerCase(Locale.ROOT))
                        || isNewsAgency(words));
    }

    /**
     * The name to show for the outlet that a phrase of an article means: "the state news agency SANA", "the Harbour
     * Gazette newspaper", "Ruvian state television"; empty when it means none that can be told from others.
     */
    public Optional<String> named(String phrase) {
        if (phrase.isBlank() || phrase.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return isOutletName(phrase)
                ? Optional.of(nameOf(phrase))
                : OutletPhrase.name(phrase, this).map(this::nameOf);
    }

    /** The name to show for an outlet: the listed one, or the given one without its article. */
    public String nameOf(String name) {
        return find(name).map(Outlet::name).orElseGet(() -> withoutArticle(name));
    }

    /** Whether a name means the outlet that published the article. */
    public boolean isOwn(Article article, String name) {
        String key = key(name);
        return key.equals(key(article.outlet()))
                || article.outletName().map(own -> key.equals(key(own))).orElse(false)
                || find(name)
                        .map(outlet -> find(article.outlet())
                                .or(() -> article.outletName().flatMap(this::find))
                                .map(outlet::equals)
                                .orElse(false))
                        .orElse(false);
    }

    /** There are agencies for food and for space as well. */
    private static boolean isNewsAgency(String[] words) {
        String before = words[words.length - 2].toLowerCase(Locale.ROOT);
        return words[words.length - 1].equalsIgnoreCase("agency")
                && (before.equals("news") || before.equals("press") || before.equals("wire"));
    }

    private static String withoutArticle(String name) {
        String trimmed = name.strip();
        return trimmed.length() > 4 && trimmed.regionMatches(true, 0, "the ", 0, 4)
                ? trimmed.substring(4).strip()
                : trimmed;
    }

    /** "The Sun" and "The Hill" without their articles are other things. */
    private static String listedKey(String name) {
        String plain = plain(name);
        return plain.startsWith("the ") && plain.indexOf(' ', 4) < 0 ? plain : key(name);
    }

    private static String key(String name) {
        return plain(withoutArticle(name));
    }

    private static String plain(String name) {
        return NOT_WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").trim();
    }
}
