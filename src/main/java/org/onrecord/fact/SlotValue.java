package org.onrecord.fact;

import org.onrecord.statement.Quantity;

/**
 * A member's quantity in a slot of the fact.
 *
 * @param slot index of the leader's quantity that it aligns with
 * @param agrees whether it gives the leader's value, hedges and rounding allowed for; true for the leader's own
 */
public record SlotValue(int slot, Quantity quantity, boolean agrees) {}
