/**
 * How statements resolve into facts: statement actors and block actors that exchange idempotent messages.
 *
 * <p>The specification: statements are totally ordered by (first seen, id). The candidates of c are the statements
 * before c that share a block with it and compare at or over the link threshold, best score first, earlier first on a
 * tie. c joins the leader of its first candidate p whose leader is p itself or compares with c at or over the root
 * threshold; without one it leads its own fact. The match graph only grows, so the outcome does not depend on the
 * order in which messages arrive (the CALM theorem: Hellerstein and Alvaro, "Keeping CALM", CACM 2020).
 */
package org.onrecord.resolution;
