package org.onrecord.statement;

import java.util.List;

/**
 * All that comparison needs of a statement.
 *
 * @param text the normalised content
 * @param quantities in the order of the text
 */
public record Sketch(String text, List<Quantity> quantities) {
    public Sketch {
        quantities = List.copyOf(quantities);
    }
}
