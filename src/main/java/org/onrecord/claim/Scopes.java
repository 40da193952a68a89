package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.claim.Hint.Form;

/** Settles where the content of an attribution ends when others follow it in the same unit. */
final class Scopes {
    private Scopes() {}

    static List<Hint> settle(Unit unit, List<Hint> found) {
        List<Hint> settled = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Hint attribution = found.get(i);
            List<Range> parts = new ArrayList<>(attribution.content());
            for (int k = 0; k < found.size(); k++) {
                if (k != i) {
                    parts = cut(unit, attribution, parts, found.get(k), k > i);
                }
            }
            List<Range> content = parts.stream()
                    .map(part -> unit.trim(part, true))
                    .filter(part -> !unit.trim(part, false).isEmpty())
                    .toList();
            if (!content.isEmpty()) {
                settled.add(attribution.withContent(content));
            }
        }
        return settled;
    }

    private static List<Range> cut(Unit unit, Hint own, List<Range> parts, Hint other, boolean later) {
        int from = other.extent().from();
        boolean ends = later
                && ((other.form() == Form.TRAILING && own.form() != Form.TRAILING)
                        || other.form() == Form.SHARED
                        || (other.form() == Form.LEADING && isCoordinate(unit, from)));
        List<Range> left = new ArrayList<>();
        for (Range part : parts) {
            boolean after = ends && from > own.extent().from() && part.from() < from && from < part.to();
            Range cut = after ? new Range(part.from(), from) : part;
            if (!cut.isEmpty()) {
                left.add(cut);
            }
        }
        return left;
    }

    /** ", but a diplomat said": a clause of its own, not part of what was said before. */
    private static boolean isCoordinate(Unit unit, int from) {
        Token left = unit.at(from - 1);
        return left.is(";")
                || ((left.is("but") || left.is("while") || left.is("and") || left.is("though") || left.is("although"))
                        && unit.at(from - 2).is(","));
    }
}
