package org.onrecord.statement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Units of measurement: what one outlet gives in metres another gives in feet. */
final class Measures {
    private static final String HOURLY = " an hour";
    private static final String SPEED = "speed";
    private static final BigDecimal METRES = BigDecimal.valueOf(1000);

    /** What a length in "m" stands before. */
    private static final Set<String> EXTENT =
            Set.of(("deep high tall long wide thick above below beneath away apart off"
                            + " down up from into north south east west race sprint hurdles freestyle butterfly breaststroke")
                    .split(" ", -1));
    /** What a length in "m" stands behind. */
    private static final Set<String> MOVING = Set.of(("fell fall falls fallen falling plunged plunging plummeted"
                    + " plummeting dropped tumbled slid sank swam walked drifted dragged climbed dived jumped thrown")
            .split(" ", -1));

    /** What pounds of weight stand before, where pounds of money do not. */
    private static final Set<String> WEIGHING = Set.of("of", "heavy", "heavier", "lighter", "overweight");

    private static final int NEAR = 4;
    private static final int DIGITS = 3;

    private static final Map<String, Measure> KNOWN = load();

    /**
     * @param unit its first name, such as "metre"
     * @param factor how much of its kind's first unit it is
     */
    private record Measure(String unit, BigDecimal factor, String kind) {}

    private Measures() {}

    private static Map<String, Measure> load() {
        Map<String, Measure> known = new HashMap<>();
        Words.read("measures.txt", line -> {
            String[] sides = line.split(" = ", -1);
            String[] names = sides[0].split(", ", -1);
            String[] value = sides[1].split(" ", -1);
            Measure measure = new Measure(names[0], new BigDecimal(value[0]), value[1]);
            for (String name : names) {
                known.put(name, measure);
                if (measure.kind().equals("length")) {
                    BigDecimal kilometres = measure.factor().divide(METRES);
                    known.put(name + HOURLY, new Measure(measure.unit() + HOURLY, kilometres, SPEED));
                }
            }
        });
        return Map.copyOf(known);
    }

    /** The unit whose words start at token {@code at}, by its first name, if one's do. */
    static Optional<String> unit(List<Token> tokens, int at) {
        if (isMetre(tokens, at)) {
            return Optional.of("metre");
        }
        if (isWeight(tokens, at)) {
            return Optional.of("lb");
        }
        String word = Numbers.lower(tokens, at);
        String behind = Numbers.lower(tokens, at + 1);
        boolean hourly =
                (behind.matches("an|per") && Numbers.lower(tokens, at + 2).equals("hour"))
                        || (behind.equals("h") && word.equals("km"));
        return Optional.ofNullable(KNOWN.get(word + ' ' + behind))
                .or(() -> Optional.ofNullable(KNOWN.get(hourly ? word + HOURLY : word)))
                .map(Measure::unit);
    }

    /** Whether the "m" at {@code at}, behind a number that is no money, is a metre and no million. */
    static boolean isMetre(List<Token> tokens, int at) {
        if (at >= tokens.size() || !tokens.get(at).text().equals("m")) {
            return false;
        }
        return EXTENT.contains(Numbers.lower(tokens, at + 1)) || isNear(tokens, at, 1 + NEAR, MOVING::contains);
    }

    /** Whether the "pounds" at {@code at} are no money. */
    private static boolean isWeight(List<Token> tokens, int at) {
        return Numbers.lower(tokens, at).matches("pounds?")
                && (WEIGHING.contains(Numbers.lower(tokens, at + 1))
                        || isNear(tokens, at, 2 * NEAR, word -> word.startsWith("weigh")));
    }

    /** Whether one of the {@code most} words before token {@code at} is such a word. */
    private static boolean isNear(List<Token> tokens, int at, int most, Predicate<String> word) {
        return tokens.subList(Math.max(0, at - most), at).stream()
                .map(Token::lower)
                .anyMatch(word);
    }

    /** Whether two units that are not the same measure the same: metres and feet. */
    static boolean areOfOneKind(String unit, String other) {
        Measure one = KNOWN.get(unit);
        Measure two = KNOWN.get(other);
        return one != null && two != null && one.kind().equals(two.kind()) && !unit.equals(other);
    }

    /** How much a quantity is in another unit of its kind, to three digits. */
    static BigDecimal convert(Quantity quantity, String unit) {
        BigDecimal factor = KNOWN.get(quantity.unit()).factor();
        BigDecimal value =
                quantity.value().multiply(factor).divide(KNOWN.get(unit).factor(), new MathContext(DIGITS));
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
