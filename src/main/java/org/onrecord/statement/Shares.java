package org.onrecord.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads shares in words: "two thirds of the votes" is about 66.7 %, "a quarter of a percentage point" is 0.25 point. */
final class Shares {
    private static final Map<String, Integer> PARTS = Map.of(
            "half",
            2,
            "third",
            3,
            "thirds",
            3,
            "quarter",
            4,
            "quarters",
            4,
            "fifth",
            5,
            "fifths",
            5,
            "tenth",
            10,
            "tenths",
            10);

    private Shares() {}

    /** The share that starts at token {@code at}, if one does; what it is a share of is not skipped. */
    static Optional<Numbers.Read> read(List<Token> tokens, int at) {
        String word = Numbers.lower(tokens, at);
        boolean half = word.equals("half");
        int part = half ? at : at + 1;
        int of = part + 1;
        Integer whole = PARTS.get(Numbers.lower(tokens, part));
        Integer count = half || word.equals("a") || word.equals("one") ? Integer.valueOf(1) : Numbers.SMALL.get(word);
        if (whole == null
                || count == null
                || count > whole
                || !Numbers.lower(tokens, of).equals("of")) {
            return Optional.empty();
        }
        boolean hedged = Numbers.hedged(tokens, at);
        if (Numbers.lower(tokens, of + 1).matches("an?")) {
            String unit = Numbers.head(tokens, of + 2);
            return Optional.of(read(count, whole, unit.equals("percentage") ? "point" : unit, hedged, of));
        }
        return Optional.of(read(100 * count, whole, "%", hedged || whole == 3, of));
    }

    private static Numbers.Read read(int count, int whole, String unit, boolean hedged, int next) {
        BigDecimal value = BigDecimal.valueOf(count)
                .divide(BigDecimal.valueOf(whole), unit.equals("%") ? 1 : 3, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return new Numbers.Read(new Quantity(value.scale() < 0 ? value.setScale(0) : value, unit, hedged), next);
    }
}
