package org.onrecord.claim;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells who is told from what is said. */
final class Addressees {
    private static final Set<String> TELLING = Set.of(
            ("tell tells told telling inform informs informed assure assures assured warn warns warned remind reminds"
                            + " reminded promise promises promised notify notifies notified convince convinces convinced")
                    .split(" "));
    private static final Set<String> TOLD = Set.of("tell", "tells", "told", "telling");
    private static final int LONGEST = 8;

    private Addressees() {}

    /** The content after a cue without the one who is told: "the inquiry that the files were kept". */
    static Range skip(Unit unit, Range cue, Range content) {
        if (content.from() < cue.to() || content.from() > cue.to() + 1 || !unit.has(cue, TELLING)) {
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

    /**
     * The attribution without the one who is told where a comma or the end follows: "The bridge is safe, the mayor told
     * Radio Parvia, and it will open".
     */
    static Attribution takeOut(Unit unit, Attribution attribution) {
        int from = attribution.cue().to();
        int to = after(unit, attribution.cue());
        Range addressee = new Range(from, to);
        boolean ends =
                to > from && unit.at(to - 1).isNominal() && unit.at(to).tag().equals("PUNCT");
        if (!ends) {
            return attribution;
        }
        List<Range> content = attribution.content().stream()
                .map(part -> addressee.contains(part.from()) ? new Range(addressee.to(), part.to()) : part)
                .filter(part -> Contents.tells(unit, part))
                .toList();
        Range before = attribution
                .source()
                .map(source -> new Range(unit.sentenceOf(from).from(), source.from()))
                .orElse(new Range(0, 0));
        boolean trails = content.isEmpty() && unit.at(before.to() - 1).is(",");
        return attribution
                .withContent(trails ? List.of(before) : content)
                .withGaps(Stream.concat(attribution.gaps().stream(), Stream.of(addressee))
                        .toList());
    }

    /** The end of the one who is told, behind a cue of telling; the cue's own end if nobody is named. */
    static int after(Unit unit, Range cue) {
        int to = cue.to();
        while (TOLD.contains(unit.at(cue.to() - 1).lower()) && to - cue.to() < LONGEST && isOfName(unit.at(to))) {
            to++;
        }
        return to;
    }

    private static boolean isOfName(Token token) {
        return token.isNominal() || token.tag().equals("DET") || token.tag().equals("ADJ");
    }
}
