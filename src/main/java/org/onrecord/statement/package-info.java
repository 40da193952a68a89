/** Statements: sketches, comparison, blocks and the resolution of statements into facts. */
package org.onrecord.statement;
