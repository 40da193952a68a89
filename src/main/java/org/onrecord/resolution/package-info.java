/**
 * How statements resolve into facts: statement actors and block actors that exchange idempotent messages.
 *
 * <p>The specification: statements are totally ordered by (first seen, id). The candidates of c are the statements
 * before c that, in a block that they share with it, are among the closest to it by signature, and that compare with it
 * at or over the link threshold; best score first, earlier first on a tie. Of the facts that they belong to c joins the
 * one for which its best score there and the mean of its scores there, the leader's among them, are together highest,
 * if that mean is at or over the fact threshold; without one it leads its own fact. All of
 * this is a function of which statements there are and of when each was first seen, and every message states how
 * things are, so the outcome does not depend on the order in which messages arrive (compare the CALM theorem:
 * Hellerstein and Alvaro, "Keeping CALM", CACM 2020).
 */
package org.onrecord.resolution;
