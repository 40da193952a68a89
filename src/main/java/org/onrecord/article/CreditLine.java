package org.onrecord.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the line in which a page says whose story it carries: "By Reuters", "Orbis News Agency and staff", "(AFP)". */
final class CreditLine {
    private static final int LONGEST = 140;

    private static final Pattern CREDITED = Pattern.compile(
            "^[^\\p{L}]*(?:with (?:additional )?(?:reporting|files|input|material|contributions) (?:by|from)"
                    + "|(?:additional |with )*reporting by"
                    + "|(?:(?:this|the) (?:story|article|report) (?:was )?)?(?:first |originally |re-?)?(?:published|appeared"
                    + "|provided|written|produced|distributed) (?:by|in|on|at|with permission (?:of|from))"
                    + "|source|by|from|via|with|credit|copyright|text|agency)"
                    + "(?: ?:| the)? +(?<names>\\p{L}.+)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN =
            Pattern.compile(" ?[,/&|;()·–—] ?|\\s+(?:and|with|for|at|in|of|via)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}\\p{N}]+$");

    /** What may stand beside an agency that is named without a word of credit. */
    private static final Set<String> BESIDE = Set.of(
            "staff",
            "agencies",
            "wires",
            "wire services",
            "agency",
            "our staff",
            "correspondents",
            "our correspondents",
            "staff reporter",
            "staff writers",
            "news agencies",
            "wire reports");

    private CreditLine() {}

    /** The outlet that a line credits; empty when it is no such line. */
    static Optional<String> outlet(String line, Outlets outlets) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher credited = CREDITED.matcher(line);
        if (credited.find()) {
            return names(credited.group("names")).stream()
                    .filter(outlets::isOutletName)
                    .findFirst();
        }
        List<String> names = names(line);
        boolean alone = names.stream()
                .allMatch(name -> isAgency(name, outlets) || BESIDE.contains(name.toLowerCase(Locale.ROOT)));
        return alone ? names.stream().filter(name -> isAgency(name, outlets)).findFirst() : Optional.empty();
    }

    private static List<String> names(String text) {
        return Arrays.stream(BETWEEN.split(text))
                .map(name -> ENDS.matcher(name).replaceAll(""))
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** A name that stands alone is an agency's when it is listed or says so; it may be a button or a section else. */
    private static boolean isAgency(String name, Outlets outlets) {
        String lower = name.toLowerCase(Locale.ROOT);
        return outlets.isOutletName(name)
                && (outlets.find(name).isPresent() || lower.endsWith(" agency") || lower.endsWith(" newswire"));
    }
}
