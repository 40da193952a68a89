package org.onrecord.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads dates out of tokens and compares them.
 *
 * <p>A date is written {@code 2026-05-14}, {@code 2026-05} or {@code 2026}; {@code --05-14} or {@code --05} where the
 * year is not known, and {@code -W-3} for a weekday of which no more is known. One that names something ("Sunday's
 * election") and so need not be when what is told happened ends in {@value #NAMING}.
 */
final class Dates {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final String NAMING = "'s";
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Map<String, Integer> SHORT_MONTHS = IntStream.range(0, 12)
            .boxed()
            .collect(Collectors.toMap(i -> MONTHS.get(i).substring(0, 3), i -> i + 1));

    /** A date and the index of the first token behind it. */
    record Read(String date, int next) {}

    private Dates() {}

    /**
     * The date that starts at token {@code at}, if one does.
     *
     * @param published day to resolve relative dates against
     * @param ahead whether the sentence speaks of the future
     */
    static Optional<Read> read(List<Token> tokens, int at, Optional<LocalDate> published, boolean ahead) {
        Token token = tokens.get(at);
        int weekday = DAYS.indexOf(token.lower());
        if (weekday >= 0 && token.capital()) {
            return Optional.of(new Read(weekday(weekday, published, ahead), at + 1));
        }
        if (ISO.matcher(token.text()).matches() && valid(token.text())) {
            return Optional.of(new Read(token.text(), at + 1));
        }
        int month = month(token);
        if (month > 0) {
            int day = day(tokens, at + 1);
            return Optional.of(year(tokens, day > 0 ? at + 2 : at + 1, month, day, published));
        }
        int day = day(tokens, at);
        if (day > 0 && at + 1 < tokens.size() && month(tokens.get(at + 1)) > 0) {
            return Optional.of(year(tokens, at + 2, month(tokens.get(at + 1)), day, published));
        }
        if (isYear(tokens, at)) {
            return Optional.of(new Read(token.text(), at + 1));
        }
        return published.flatMap(day0 -> relative(tokens, at, day0));
    }

    static String naming(String date) {
        return date + NAMING;
    }

    /** Whether two dates can be the same. */
    static boolean agree(String one, String other) {
        String a = bare(one);
        String b = bare(other);
        if (a.startsWith(b) || b.startsWith(a)) {
            return true;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        if (shorter.startsWith("-W-")) {
            return longer.length() == 10
                    && shorter.equals(
                            "-W-" + LocalDate.parse(longer).getDayOfWeek().getValue());
        }
        if (shorter.startsWith("--")) {
            return longer.length() >= 7 && longer.charAt(0) != '-' && ("-" + longer.substring(4)).startsWith(shorter);
        }
        return longer.startsWith("--") && shorter.length() == 7 && longer.startsWith("-" + shorter.substring(4));
    }

    private static String bare(String date) {
        return date.endsWith(NAMING) ? date.substring(0, date.length() - NAMING.length()) : date;
    }

    /** Whether one can tell at all: of days one can; "by the end of August" and "before September" may be one. */
    static boolean comparable(String one, String other) {
        if (one.endsWith(NAMING) != other.endsWith(NAMING)) {
            return false;
        }
        String a = bare(one);
        String b = bare(other);
        boolean weekday = a.startsWith("-W-") || b.startsWith("-W-");
        boolean bothSo = a.startsWith("-W-") && b.startsWith("-W-");
        return isDay(a) && isDay(b) && (!weekday || bothSo || Math.max(a.length(), b.length()) == 10);
    }

    private static boolean isDay(String date) {
        return date.length() == 10 || date.startsWith("-W-") || (date.startsWith("--") && date.length() == 7);
    }

    private static String weekday(int index, Optional<LocalDate> published, boolean ahead) {
        return published
                .map(day -> {
                    int since = Math.floorMod(day.getDayOfWeek().getValue() - 1 - index, 7);
                    int until = Math.floorMod(index - (day.getDayOfWeek().getValue() - 1), 7);
                    return (ahead ? day.plusDays(until) : day.minusDays(since)).toString();
                })
                .orElse("-W-" + (index + 1));
    }

    private static int month(Token token) {
        if (!token.capital()) {
            return 0;
        }
        String word = token.lower();
        int full = MONTHS.indexOf(word);
        boolean ambiguous = token.first() && (word.equals("may") || word.equals("march"));
        return ambiguous ? 0 : full >= 0 ? full + 1 : word.length() == 3 ? SHORT_MONTHS.getOrDefault(word, 0) : 0;
    }

    private static int day(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return 0;
        }
        String digits = tokens.get(at).lower().replaceFirst("(?<=\\d)(st|nd|rd|th)$", "");
        return digits.matches("[1-9]|[12]\\d|3[01]") ? Integer.parseInt(digits) : 0;
    }

    private static Read year(List<Token> tokens, int at, int month, int day, Optional<LocalDate> published) {
        int next = at < tokens.size() && tokens.get(at).text().equals(",") && isYear(tokens, at + 1) ? at + 1 : at;
        boolean given = isYear(tokens, next);
        String rest = two(month) + (day > 0 ? two(day) : "");
        if (given && valid(tokens.get(next).text() + rest)) {
            return new Read(tokens.get(next).text() + rest, next + 1);
        }
        return new Read(published.map(near -> nearest(near, month, day, rest)).orElse("-" + rest), at);
    }

    private static String two(int number) {
        return (number < 10 ? "-0" : "-") + number;
    }

    /** Without a year the nearest is meant. */
    private static String nearest(LocalDate near, int month, int day, String rest) {
        LocalDate best = null;
        for (int year = near.getYear() - 1; year <= near.getYear() + 1; year++) {
            if (valid(year + rest)) {
                LocalDate date = LocalDate.of(year, month, day > 0 ? day : 15);
                boolean nearer = best == null
                        || Math.abs(ChronoUnit.DAYS.between(near, date))
                                < Math.abs(ChronoUnit.DAYS.between(near, best));
                best = nearer ? date : best;
            }
        }
        return best == null ? "-" + rest : best.getYear() + rest;
    }

    private static boolean valid(String date) {
        try {
            return date.length() < 10 || LocalDate.parse(date).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isYear(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).text().matches("(19|20)\\d\\d");
    }

    private static Optional<Read> relative(List<Token> tokens, int at, LocalDate published) {
        String word = tokens.get(at).lower();
        String behind = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
        int step =
                switch (word) {
                    case "last" -> -1;
                    case "this" -> 0;
                    case "next" -> 1;
                    default -> 9;
                };
        if (step < 9 && behind.equals("month")) {
            return Optional.of(new Read(published.plusMonths(step).toString().substring(0, 7), at + 2));
        }
        if (step < 9 && behind.equals("year")) {
            return Optional.of(new Read(published.plusYears(step).toString().substring(0, 4), at + 2));
        }
        return switch (word) {
            case "yesterday" -> Optional.of(new Read(published.minusDays(1).toString(), at + 1));
            case "today", "tonight" -> Optional.of(new Read(published.toString(), at + 1));
            case "tomorrow" -> Optional.of(new Read(published.plusDays(1).toString(), at + 1));
            default -> Optional.empty();
        };
    }
}
