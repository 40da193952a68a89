package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads "X reported that A, and Y that B" as two attributions with one cue. */
final class Gapping {
    private Gapping() {}

    /** The attribution, and the one that shares its cue where there is one. */
    static Stream<Attribution> read(Unit unit, Attribution attribution) {
        Range part = attribution.content().get(attribution.content().size() - 1);
        for (int i = part.from() - 1; i < part.to() - 4; i++) {
            boolean joins = unit.at(i).is("and")
                    || unit.at(i).is("while")
                    || (unit.at(i).is(",") && i < part.from());
            int end = joins && !unit.isQuoted(i) ? NounPhrases.after(unit, i + 1) : i;
            if (end > i + 1 && unit.at(end).is("that") && named(unit, i + 1, end) && unit.hasVerb(end + 1, part.to())) {
                Range source = new Range(i + 1, end);
                Attribution other = new Attribution(
                        List.of(new Range(end + 1, part.to())),
                        Optional.of(source),
                        attribution.cue(),
                        List.of(),
                        Optional.empty(),
                        attribution.denies(),
                        attribution.confidence());
                List<Range> before = new ArrayList<>(attribution.content());
                before.remove(part);
                if (i > part.from()) {
                    before.add(new Range(part.from(), i));
                }
                return before.isEmpty() ? Stream.of(other) : Stream.of(attribution.withContent(before), other);
            }
        }
        return Stream.of(attribution);
    }

    private static boolean named(Unit unit, int from, int to) {
        for (int i = from; i < to; i++) {
            if (unit.at(i).tag().equals("PROPN")) {
                return true;
            }
        }
        return false;
    }
}
