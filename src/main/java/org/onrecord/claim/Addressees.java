package org.onrecord.claim;

import java.util.Set;

/** Tells who is told from what is said. */
final class Addressees {
    private static final Set<String> TELLING = Set.of(
            ("tell tells told telling inform informs informed assure assures assured warn warns warned remind reminds"
                            + " reminded promise promises promised notify notifies notified convince convinces convinced")
                    .split(" "));
    private static final int LONGEST = 8;

    private Addressees() {}

    /** The content after a cue without the one who is told: "the inquiry that the files were kept". */
    static Range skip(Unit unit, Range cue, Range content) {
        if (content.from() < cue.to() || content.from() > cue.to() + 1 || !tells(unit, cue)) {
            return content;
        }
        for (int i = content.from(); i < Math.min(content.to() - 1, content.from() + LONGEST); i++) {
            Token token = unit.at(i);
            if (i > content.from() && token.is("that") && unit.at(i - 1).isNominal()) {
                return new Range(i + 1, content.to());
            }
            if (token.isVerb() || unit.isQuoteMark(i) || !token.isWord()) {
                return content;
            }
        }
        return content;
    }

    private static boolean tells(Unit unit, Range cue) {
        for (int i = cue.from(); i < cue.to(); i++) {
            if (TELLING.contains(unit.at(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
