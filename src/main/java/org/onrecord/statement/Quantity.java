package org.onrecord.statement;

import java.math.BigDecimal;

/**
 * A number of something.
 *
 * @param value normalised ("2.5 thousand" is 2500)
 * @param unit unit or head noun as a lemma, for example {@code soldier}, {@code %}, {@code usd}; empty when unknown
 * @param hedged whether the words leave room ("about", "some", "more than")
 */
public record Quantity(BigDecimal value, String unit, boolean hedged) {}
