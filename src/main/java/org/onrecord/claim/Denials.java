package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What attributions say when they deny: what is denied is the report's content and not that there is a report, and a
 * denial need not have a verb of denying.
 */
final class Denials {
    static final Set<String> REPORTS = words(
            "report reports claim claims allegation allegations accusation accusations suggestion suggestions rumour"
                    + " rumours rumor rumors charge charges assertion assertions speculation story stories idea notion");
    private static final Set<String> UNTRUE =
            words("untrue false baseless unfounded groundless fabricated fake incorrect"
                    + " wrong fabrication lie lies invention nonsense hoax fiction rubbish");
    private static final Set<String> CALLING = words("call calls called calling describe describes described describing"
            + " brand brands branded label labelled labeled");
    private static final Set<String> DISMISSING = words("dismiss dismisses dismissed dismissing");
    private static final Set<String> BE = words("is are was were be been being");
    private static final Set<String> SAID_OF =
            words("count figure figures estimate number numbers criticism concerns fears"
                    + " talk letter document documents evidence warning warnings complaint complaints findings");

    private static final Set<String> GRANTABLE = words(
            "request requests bill bills appeal appeals motion bid application"
                    + " applications petition visa visas bail entry access permission permit amendment parole asylum extension");
    private static final Set<String> SPANS = words("seconds minutes hours days weeks months years hour day week month");

    private Denials() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** The attributions with what they deny, without those that tell nothing. */
    static List<Attribution> read(Unit unit, List<Attribution> found) {
        List<Attribution> read = new ArrayList<>();
        for (Range sentence : unit.sentences()) {
            Stream.of(DeniedReports.denied(unit, sentence), DeniedReports.charge(unit, sentence, found))
                    .flatMap(Optional::stream)
                    .filter(by -> found.stream().noneMatch(other -> other.cue().overlaps(by.cue())))
                    .forEach(read::add);
        }
        for (Attribution attribution : found) {
            if (!Cues.withholds(unit, attribution.cue()) && !isDeed(unit, attribution)) {
                Attribution denied = denied(unit, attribution);
                read.add(denied);
                DeniedReports.reported(unit, denied).ifPresent(read::add);
            }
        }
        read.removeIf(inner -> read.stream().anyMatch(outer -> outer.denies() && outer.contentContains(inner.cue())));
        read.sort(Comparator.comparingInt(attribution -> attribution.cue().from()));
        return read;
    }

    /** "dismissed its director", "denied the request", "rejected the bill": nobody says anything. */
    private static boolean isDeed(Unit unit, Attribution attribution) {
        if (!attribution.denies()) {
            return false;
        }
        boolean says = attribution.content().stream()
                .anyMatch(part -> unit.has(part, REPORTS)
                        || unit.has(part, SAID_OF)
                        || unit.has(part, Set.of("as", "that"))
                        || hasQuoted(unit, part));
        boolean passive = attribution
                        .source()
                        .filter(source -> source.from() >= attribution.cue().to())
                        .isPresent()
                && unit.at(attribution.source().orElseThrow().from() - 1).is("by");
        Range first = attribution.content().get(0);
        return !says && (passive || unit.has(attribution.cue(), DISMISSING) || isGrantable(unit, first));
    }

    /** Whether the words are about what can be given or passed and not only said: "the request for bail". */
    private static boolean isGrantable(Unit unit, Range content) {
        for (int i = content.from(); i < Math.min(content.to(), content.from() + 5); i++) {
            if (GRANTABLE.contains(unit.at(i).lower())) {
                return true;
            }
            if (unit.at(i).tag().equals("ADP") || unit.at(i).isVerb()) {
                return false;
            }
        }
        return false;
    }

    private static boolean hasQuoted(Unit unit, Range part) {
        return unit.quoted().nextSetBit(part.from()) >= 0 && unit.quoted().nextSetBit(part.from()) < part.to();
    }

    private static Attribution denied(Unit unit, Attribution attribution) {
        Range first =
                Addressees.skip(unit, attribution.cue(), attribution.content().get(0));
        if (!first.equals(attribution.content().get(0))) {
            return denied(unit, withFirst(attribution, first));
        }
        int denial = attribution.denies() ? reportEnd(unit, first.from(), first.to(), DeniedReports.DENIALS) : -1;
        if (denial >= 0) {
            // "rejected the ministry's denial that a letter was sent": says that it was.
            return withFirst(attribution, new Range(denial, first.to())).asserted();
        }
        if (attribution.denies()) {
            return withFirst(attribution, withoutRemark(unit, withoutReport(unit, withoutThat(unit, first))));
        }
        if (unit.has(attribution.cue(), CALLING)
                && attribution.content().stream().anyMatch(part -> unit.has(part, UNTRUE))) {
            return attribution.denied();
        }
        return noTruth(unit, first)
                .or(() -> saidToBeUntrue(unit, first))
                .map(content -> withFirst(attribution, content).denied())
                .orElse(attribution);
    }

    private static Attribution withFirst(Attribution attribution, Range first) {
        return attribution.withContent(
                Stream.concat(Stream.of(first), attribution.content().stream().skip(1))
                        .toList());
    }

    /** "reports that the king was ill": that the king was ill. */
    private static Range withoutReport(Unit unit, Range content) {
        int that = reportEnd(unit, content.from(), content.to());
        return that < 0 ? content : new Range(that, content.to());
    }

    private static Range withoutThat(Unit unit, Range content) {
        return unit.at(content.from()).is("that") && content.to() - content.from() > 2
                ? new Range(content.from() + 1, content.to())
                : content;
    }

    /** "…, hours after the report appeared": what is not denied any more. */
    private static Range withoutRemark(Unit unit, Range content) {
        for (int i = content.from() + 1; i < content.to() - 2; i++) {
            boolean after = unit.at(i).is(",")
                    && !unit.isQuoted(i)
                    && (SPANS.contains(unit.at(i + 1).lower())
                            || SPANS.contains(unit.at(i + 2).lower()))
                    && (unit.at(i + 2).lower().matches("after|before")
                            || unit.at(i + 3).lower().matches("after|before"));
            if (after) {
                return new Range(content.from(), i);
            }
        }
        return content;
    }

    /** Where what a report says begins, or -1 when no report stands there. */
    static int reportEnd(Unit unit, int from, int to) {
        return reportEnd(unit, from, to, REPORTS);
    }

    private static int reportEnd(Unit unit, int from, int to, Set<String> reports) {
        for (int i = from; i < Math.min(to - 2, from + 6); i++) {
            if (reports.contains(unit.at(i).lower())) {
                int by = unit.at(i + 1).tag().equals("ADP") ? NounPhrases.after(unit, i + 2) : i + 1;
                return unit.at(by).is("that") && by + 2 < to ? by + 1 : -1;
            }
            if (unit.at(i).isVerb() || unit.isQuoteMark(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "there was no truth in reports that …", "it was not true that …". */
    private static Optional<Range> noTruth(Unit unit, Range content) {
        for (int i = content.from(); i < Math.min(content.to() - 4, content.from() + 6); i++) {
            boolean no = unit.at(i).is("no") && unit.at(i + 1).is("truth") && !unit.isQuoted(i);
            int report = no ? reportEnd(unit, i + 3, content.to()) : -1;
            if (report >= 0) {
                return Optional.of(new Range(report, content.to()));
            }
            boolean untrue = BE.contains(unit.at(i).lower())
                    && !unit.isQuoted(i)
                    && (UNTRUE.contains(unit.at(i + 1).lower())
                            || ((unit.at(i + 1).is("not") || unit.at(i + 1).is("n't"))
                                    && unit.at(i + 2).is("true")));
            int that = UNTRUE.contains(unit.at(i + 1).lower()) ? i + 2 : i + 3;
            if (untrue && unit.at(i - 1).is("it") && unit.at(that).is("that")) {
                return Optional.of(new Range(that + 1, content.to()));
            }
        }
        return Optional.empty();
    }

    /** "reports that the king was ill were untrue". */
    private static Optional<Range> saidToBeUntrue(Unit unit, Range content) {
        int from = reportEnd(unit, content.from(), content.to());
        Range words = unit.trim(content, false);
        if (from < 0 || unit.isQuoted(from)) {
            return Optional.empty();
        }
        for (int i = words.to() - 2; i >= Math.max(from + 2, words.to() - 4); i--) {
            if (BE.contains(unit.at(i).lower())
                    && UNTRUE.contains(unit.at(words.to() - 1).lower())
                    && !unit.at(i + 1).is("not")) {
                return Optional.of(new Range(from, i));
            }
        }
        return Optional.empty();
    }
}
