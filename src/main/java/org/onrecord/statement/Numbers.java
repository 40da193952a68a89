package org.onrecord.statement;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads quantities, in figures and in words, out of tokens. */
final class Numbers {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    static final Map<String, Integer> SMALL = small();
    private static final Map<String, BigDecimal> SCALES = Map.ofEntries(
            Map.entry("hundred", BigDecimal.valueOf(100)),
            Map.entry("dozen", BigDecimal.valueOf(12)),
            Map.entry("thousand", THOUSAND),
            Map.entry("k", THOUSAND),
            Map.entry("million", THOUSAND.pow(2)),
            Map.entry("mn", THOUSAND.pow(2)),
            Map.entry("m", THOUSAND.pow(2)),
            Map.entry("billion", THOUSAND.pow(3)),
            Map.entry("bn", THOUSAND.pow(3)),
            Map.entry("trillion", THOUSAND.pow(4)),
            Map.entry("tn", THOUSAND.pow(4)));
    private static final Map<String, String> CURRENCIES = Map.of(
            "$", "usd", "dollar", "usd", "dollars", "usd", "€", "eur", "euro", "eur", "euros", "eur", "£", "gbp",
            "pound", "gbp", "pounds", "gbp");
    private static final Set<String> HEDGES = Set.of(
            "about",
            "around",
            "approximately",
            "roughly",
            "nearly",
            "almost",
            "some",
            "over",
            "under",
            "least",
            "most",
            "more",
            "fewer",
            "less",
            "than",
            "up",
            "to",
            "estimated",
            "circa",
            "at",
            "just",
            "close",
            "no");
    private static final Set<String> HEDGING = Set.of(
            "about",
            "around",
            "approximately",
            "roughly",
            "nearly",
            "almost",
            "some",
            "over",
            "under",
            "least",
            "most",
            "than",
            "estimated",
            "circa",
            "just",
            "close");
    private static final int LONGEST = 18;
    private static final int LONGEST_SUBJECT = 12;
    private static final Set<String> TO_OR_AT = Set.of("to", "at");
    private static final Set<String> REACHING =
            Set.of("to", "at", "is", "was", "reached", "reaches", "hit", "hits", "exceeded", "passed", "topped");
    /** Of what is more often told in numbers "one" is a count. */
    private static final Set<String> COUNTED_SINGLY = Set.of(
            "person",
            "man",
            "woman",
            "child",
            "boy",
            "girl",
            "soldier",
            "officer",
            "policeman",
            "firefighter",
            "worker",
            "miner",
            "civilian",
            "passenger",
            "protester",
            "student",
            "victim",
            "survivor",
            "death",
            "body",
            "injury",
            "casualty",
            "member",
            "seat",
            "vote",
            "goal");

    /**
     * A quantity and where it ends.
     *
     * @param next index of the first token behind the number and its unit sign; the head noun is not skipped
     */
    record Read(Quantity quantity, int next) {}

    /** A number without its unit. */
    private record Figure(BigDecimal value, int next) {}

    private Numbers() {}

    /** The quantity that starts at token {@code at}, if one does. */
    static Optional<Read> read(List<Token> tokens, int at) {
        String before = tokens.get(at).lower();
        if (isLabel(tokens, at)) {
            return Optional.empty();
        }
        Optional<Read> special = Shares.read(tokens, at).or(() -> Scores.read(tokens, at));
        if (special.isPresent()) {
            return special;
        }
        boolean sign = CURRENCIES.containsKey(before) && tokens.get(at).is(Token.Kind.SIGN);
        return figure(tokens, sign ? at + 1 : at, sign).map(figure -> {
            boolean hedged = hedged(tokens, at);
            int next = figure.next();
            if (sign) {
                return new Read(quantity(figure, CURRENCIES.get(before), hedged), next);
            }
            if (Ages.isAge(tokens, at, next)) {
                return new Read(quantity(figure, Quantity.AGE, hedged), next);
            }
            String word = lower(tokens, next);
            if (word.equals("%") || word.equals("percent") || word.equals("pct")) {
                return new Read(quantity(figure, "%", hedged), next + 1);
            }
            if (word.equals("per") && lower(tokens, next + 1).equals("cent")) {
                return new Read(quantity(figure, "%", hedged), next + 2);
            }
            if (word.equals("basis") && lower(tokens, next + 1).startsWith("point")) {
                Figure points = new Figure(figure.value().movePointLeft(2), next + 2);
                return new Read(quantity(points, "point", hedged), next + 2);
            }
            Optional<String> measure = Measures.unit(tokens, next);
            if (measure.isEmpty() && CURRENCIES.containsKey(word)) {
                return new Read(quantity(figure, CURRENCIES.get(word), hedged), next + 1);
            }
            String head = measure.orElseGet(() -> head(tokens, next));
            return new Read(quantity(figure, head.isEmpty() ? subject(tokens, at) : head, hedged), next);
        });
    }

    /** What "the death toll rose to 19" and "the number of injured stood at 140" count. */
    private static String subject(List<Token> tokens, int at) {
        int verb = at - 1;
        while (verb >= 0 && HEDGES.contains(lower(tokens, verb)) && !TO_OR_AT.contains(lower(tokens, verb))) {
            verb--;
        }
        if (verb < 0 || !REACHING.contains(lower(tokens, verb))) {
            return "";
        }
        for (int i = verb - 1; i >= 0 && i >= verb - LONGEST_SUBJECT; i--) {
            if (lower(tokens, i).equals("toll")) {
                return lower(tokens, i - 1).equals("injury") ? "injured" : "dead";
            }
            if (lower(tokens, i).equals("number") && lower(tokens, i + 1).equals("of")) {
                return head(tokens, i + 2);
            }
        }
        return "";
    }

    /** Whether the number at {@code at} counts nothing and is part of a name: "Warehouse 9", "Gate 4". */
    static boolean isLabel(List<Token> tokens, int at) {
        if (at == 0
                || !tokens.get(at).is(Token.Kind.NUMBER)
                || !tokens.get(at - 1).capital()) {
            return false;
        }
        String before = tokens.get(at - 1).lower();
        boolean named = !HEDGES.contains(before) && !Words.isFunction(before);
        boolean whole = tokens.get(at).lower().matches("\\d{1,4}");
        boolean ends = at + 1 >= tokens.size()
                || tokens.get(at + 1).is(Token.Kind.STOP)
                || Words.isFunction(tokens.get(at + 1).lower());
        return named && whole && ends;
    }

    private static Quantity quantity(Figure figure, String unit, boolean hedged) {
        BigDecimal whole = figure.value().stripTrailingZeros();
        // "9.10" is exact to the hundredth and no rounded 9.12, so that zeros after the point stay.
        BigDecimal value = whole.scale() <= 0 ? whole.setScale(0) : figure.value();
        return new Quantity(value, unit, hedged);
    }

    private static Optional<Figure> figure(List<Token> tokens, int at, boolean money) {
        String word = lower(tokens, at);
        boolean article = word.equals("a") || word.equals("half");
        if (article
                && SCALES.containsKey(lower(tokens, at + 1))
                && lower(tokens, at + 1).length() > 2) {
            BigDecimal one = word.equals("a") ? BigDecimal.ONE : new BigDecimal("0.5");
            return Optional.of(scaled(tokens, new Figure(one, at + 1), money));
        }
        boolean counts = SCALES.containsKey(lower(tokens, at + 1)) || COUNTED_SINGLY.contains(lower(tokens, at + 1));
        if (word.equals("one") && !counts) {
            return Optional.empty(); // more often a pronoun than a count
        }
        BigDecimal value;
        int next = at + 1;
        if (at < tokens.size() && tokens.get(at).is(Token.Kind.NUMBER)) {
            if (word.length() > LONGEST) {
                return Optional.empty();
            }
            value = new BigDecimal(word.replace(",", ""));
        } else if (SMALL.containsKey(word)) {
            value = BigDecimal.valueOf(SMALL.get(word));
            Integer units = SMALL.get(lower(tokens, next));
            if (value.intValue() >= 20 && units != null && units > 0 && units < 10) {
                value = value.add(BigDecimal.valueOf(units));
                next++;
            }
        } else {
            return Optional.empty();
        }
        if (lower(tokens, next).equals("and")
                && lower(tokens, next + 1).equals("a")
                && lower(tokens, next + 2).equals("half")) {
            value = value.add(new BigDecimal("0.5"));
            next += 3;
        }
        return Optional.of(scaled(tokens, new Figure(value, next), money));
    }

    /** "2.5 thousand", "three hundred thousand": at most two scales, so that a value stays bounded. */
    private static Figure scaled(List<Token> tokens, Figure figure, boolean money) {
        Figure result = figure;
        for (int i = 0; i < 2 && SCALES.containsKey(lower(tokens, result.next())); i++) {
            if (!money && Measures.isMetre(tokens, result.next())) {
                break;
            }
            result = new Figure(result.value().multiply(SCALES.get(lower(tokens, result.next()))), result.next() + 1);
        }
        return result;
    }

    /**
     * What is counted: the first plural before the phrase ends, which "Somali and Yemeni" does not, else its first word
     * that is no adverb. A head noun is not found for certain without parsing; both sides of a comparison err alike.
     */
    static String head(List<Token> tokens, int from) {
        String first = "";
        int at = lower(tokens, from).equals("of") ? from + 1 : from;
        if (lower(tokens, at).equals("the")) {
            at++;
        }
        for (int i = at; i < at + 6 && i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.lower().equals("and")
                    && i > at
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).capital()) {
                continue;
            }
            if (!token.is(Token.Kind.WORD) || Words.isFunction(token.lower())) {
                break;
            }
            String singular = Words.singular(token.lower());
            if (!singular.equals(token.lower()) && plural(token.lower())) {
                return singular;
            }
            first = first.isEmpty() && !token.lower().endsWith("ly") ? singular : first;
        }
        return first;
    }

    private static boolean plural(String word) {
        return (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss"))
                || Set.of("people", "men", "women", "children").contains(word);
    }

    static boolean hedged(List<Token> tokens, int at) {
        for (int i = at - 1;
                i >= 0 && i >= at - 4 && HEDGES.contains(tokens.get(i).lower());
                i--) {
            if (HEDGING.contains(tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    static String lower(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    private static Map<String, Integer> small() {
        Map<String, Integer> words = new HashMap<>();
        String[] ones =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                                + "sixteen seventeen eighteen nineteen")
                        .split(" ", -1);
        for (int i = 0; i < ones.length; i++) {
            words.put(ones[i], i);
        }
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (int i = 0; i < tens.length; i++) {
            words.put(tens[i], 20 + 10 * i);
        }
        return Map.copyOf(words);
    }
}
