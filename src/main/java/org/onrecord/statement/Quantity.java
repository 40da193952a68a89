package org.onrecord.statement;

import java.math.BigDecimal;

/**
 * A number of something.
 *
 * @param value normalised ("2.5 thousand" is 2500); of a score ("5-2") the first number and as thousandths the second
 * @param unit unit or head noun as a lemma, for example {@code soldier}, {@code %}, {@code usd}, {@link #SCORE}; empty
 *     when unknown
 * @param hedged whether the words leave room ("about", "some", "more than")
 * @param former whether the words give it as no longer true ("down from seven")
 */
public record Quantity(BigDecimal value, String unit, boolean hedged, boolean former) {
    /** The unit of two numbers that are told together: the votes for and against, the goals of two sides. */
    public static final String SCORE = "score";

    /** The unit of how many years old somebody is. */
    public static final String AGE = "age";

    /** A quantity that is true as far as its words go. */
    public Quantity(BigDecimal value, String unit, boolean hedged) {
        this(value, unit, hedged, false);
    }

    /** This, measured in another unit of its kind, about and in three digits; itself if the unit is none of its kind. */
    public Quantity in(String other) {
        return Measures.areOfOneKind(unit, other)
                ? new Quantity(Measures.convert(this, other), other, true, former)
                : this;
    }

    /** The value of the same score told from the other side: of "5-2" that of "2-5". */
    BigDecimal turned() {
        BigDecimal[] parts = value.divideAndRemainder(BigDecimal.ONE);
        return parts[1].movePointRight(3).add(parts[0].movePointLeft(3));
    }

    /** The number as people write it. */
    public String text() {
        if (unit.equals(SCORE)) {
            BigDecimal[] parts = value.divideAndRemainder(BigDecimal.ONE);
            return parts[0].toBigInteger() + "-" + parts[1].movePointRight(3).toBigInteger();
        }
        return value.stripTrailingZeros().toPlainString();
    }
}
