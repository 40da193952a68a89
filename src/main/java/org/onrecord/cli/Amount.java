package org.onrecord.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A value and its unit as people write them: "1 soldier", "1,500 soldiers", "4.75%". */
final class Amount {
    private static final Map<String, String> IRREGULAR = Map.of(
            "person", "people", "man", "men", "woman", "women", "child", "children", "life", "lives", "foot", "feet");
    /** What has no plural: measures, and what is no noun. */
    private static final Set<String> ALIKE =
            Set.of("usd", "eur", "gbp", "dead", "injured", "missing", "wounded", "killed", "hurt", "people", "percent");

    private Amount() {}

    /** @param unit may be null */
    static String of(String value, String unit) {
        String number = grouped(value);
        if (unit == null || unit.isBlank()) {
            return number;
        }
        return unit.equals("%") ? number + "%" : number + " " + (value.equals("1") ? unit : plural(unit));
    }

    private static String grouped(String value) {
        int point = value.indexOf('.');
        String whole = point < 0 ? value : value.substring(0, point);
        String fraction = point < 0 ? "" : value.substring(point);
        return whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",") + fraction;
    }

    private static String plural(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        if (ALIKE.contains(lower) || lower.matches(".*[^s]s")) {
            return unit;
        }
        if (IRREGULAR.containsKey(lower)) {
            return IRREGULAR.get(lower);
        }
        if (lower.matches(".*[^aeiou]y")) {
            return unit.substring(0, unit.length() - 1) + "ies";
        }
        return unit + (lower.matches(".*(?:ss|x|z|ch|sh)") ? "es" : "s");
    }
}
