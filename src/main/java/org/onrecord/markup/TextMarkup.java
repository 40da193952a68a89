package org.onrecord.markup;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.claim.Claim;

/**
 * Writes marked articles for a terminal: each paragraph, and beneath it its claims by number. With colour the marks are
 * escape sequences; without, brackets that name the claims they belong to. No control character of an article gets
 * through.
 */
public final class TextMarkup {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final int width;
    private final boolean colour;

    /**
     * @param width columns of a line, at least 20
     * @param colour whether to mark by colour
     */
    public TextMarkup(int width, boolean colour) {
        if (width < 20) {
            throw new IllegalArgumentException(width + " columns are too few to read");
        }
        this.width = width;
        this.colour = colour;
    }

    /** What the marks mean; once, before the first article. */
    public void legend(PrintWriter out) {
        StyledText legend = new StyledText().append("Marks: ", Style.FAINT);
        if (colour) {
            legend.append("content", Style.CONTENT)
                    .append("  ", Style.PLAIN)
                    .append("denied content", Style.DENIED)
                    .append("  ", Style.PLAIN)
                    .append("source", Style.SOURCE)
                    .append("  ", Style.PLAIN)
                    .append("cue", Style.CUE)
                    .append("  ", Style.PLAIN)
                    .append("within another claim", Style.INNER_CONTENT)
                    .append(
                            "; [1] begins claim 1, [1…] takes it up again; plain after a number: own voice.",
                            Style.FAINT);
        } else {
            legend.append(
                    "[1: content] {1: source} <1: cue>, each with the numbers of its claims; 1… takes claim 1 up again.",
                    Style.PLAIN);
        }
        print(legend, 7, out);
        out.println();
    }

    /** One article, and the sources that speak in it. */
    public void write(MarkedArticle marked, PrintWriter out) {
        String headline = Legible.of(marked.article().headline()).strip();
        print(
                new StyledText()
                        .append(headline.isEmpty() ? Legible.of(marked.article().id()) : headline, Style.HEADLINE),
                0,
                out);
        print(new StyledText().append(about(marked), Style.FAINT), 0, out);
        for (MarkedLine line : marked.lines()) {
            out.println();
            print(paragraph(marked, line), 0, out);
            for (int number : line.claims()) {
                note(marked, number, out);
            }
        }
        out.println();
        sources(marked, out);
    }

    private static String about(MarkedArticle marked) {
        Instant published = marked.article().publishedAt();
        Instant updated = marked.article().updatedAt();
        return Legible.of(marked.article().outletName().orElse(marked.article().outlet()))
                + " · "
                + TIME.format(published)
                + (updated.equals(published) ? "" : " · revised " + TIME.format(updated))
                + " · "
                + Legible.count(marked.size(), "claim");
    }

    private StyledText paragraph(MarkedArticle marked, MarkedLine line) {
        StyledText text = new StyledText();
        Brackets brackets = new Brackets(text);
        for (Piece piece : line.pieces()) {
            if (colour) {
                numbers(piece, text);
            } else {
                brackets.enter(piece);
            }
            text.append(
                    Legible.of(marked.article().body().substring(piece.start(), piece.end())),
                    colour ? style(marked, piece) : Style.PLAIN);
        }
        brackets.closeAll();
        return text;
    }

    private static void numbers(Piece piece, StyledText text) {
        for (Mark mark : piece.marks()) {
            if (mark.role() == Role.CONTENT && piece.opens(mark)) {
                text.append("[" + Brackets.label(mark) + "]", Style.FAINT);
            }
        }
    }

    private static Style style(MarkedArticle marked, Piece piece) {
        List<Mark> attributed = piece.marks().stream()
                .filter(mark -> mark.role() != Role.CONTENT
                        || marked.claim(mark.claim()).source().isPresent())
                .toList();
        if (attributed.isEmpty()) {
            return Style.PLAIN;
        }
        Mark mark = attributed.get(attributed.size() - 1);
        Style style =
                switch (mark.role()) {
                    case SOURCE -> Style.SOURCE;
                    case CUE -> Style.CUE;
                    case CONTENT ->
                        switch (marked.claim(mark.claim()).stance()) {
                            case ASSERTS -> Style.CONTENT;
                            case DENIES -> Style.DENIED;
                        };
                };
        return attributed.size() > 1 ? style.inner() : style;
    }

    private void note(MarkedArticle marked, int number, PrintWriter out) {
        Claim claim = marked.claim(number);
        String label = "  %3d  ".formatted(number);
        StyledText note = new StyledText()
                .append(Legible.speaker(claim), claim.source().isPresent() ? Style.SOURCE : Style.FAINT);
        String rest = Stream.of(
                        claim.source().map(source -> Legible.words(source.type())),
                        claim.via().map(via -> "via " + Legible.of(via)),
                        Legible.cue(claim),
                        claim.source().map(source -> Legible.words(claim.kind())),
                        Optional.of(Legible.words(claim.stance())),
                        Optional.of(Legible.words(claim.modality())),
                        Optional.of(Legible.confidence(claim)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        note.append(" · " + rest, Style.FAINT);
        List<String> lines = note.lines(Math.max(20, width - label.length()), 0, colour);
        out.println(label + lines.get(0));
        lines.subList(1, lines.size()).forEach(line -> out.println(" ".repeat(label.length()) + line));
    }

    private void sources(MarkedArticle marked, PrintWriter out) {
        for (SourceCount source : marked.sources()) {
            StyledText text = new StyledText()
                    .append(Legible.of(source.name()), Style.SOURCE)
                    .append(
                            " · " + Legible.words(source.type()) + " · "
                                    + Legible.count(source.claims().size(), "claim")
                                    + (source.denials() == 0 ? "" : ", " + Legible.count(source.denials(), "denial")),
                            Style.FAINT);
            print(text, 4, out);
        }
        if (!marked.sources().isEmpty()) {
            out.println();
        }
    }

    private void print(StyledText text, int indent, PrintWriter out) {
        text.lines(width, indent, colour).forEach(out::println);
    }
}
