package org.onrecord.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Stance;

/**
 * The lines of one article in a page, and the claims beside them. Marks that nest or cross become elements one after
 * the other, each with the keys of all claims it belongs to.
 */
final class HtmlLine {
    private final MarkedArticle marked;
    private final String article;

    /**
     * @param article the article's key in the page: claims are {@code a1c1}, {@code a1c2}, …, their words {@code a1w1}, …
     */
    HtmlLine(MarkedArticle marked, String article) {
        this.marked = marked;
        this.article = article;
    }

    String paragraph(MarkedLine line) {
        StringBuilder html =
                new StringBuilder(line.claims().isEmpty() ? "<p dir=\"auto\" class=\"bare\">" : "<p dir=\"auto\">");
        for (Piece piece : line.pieces()) {
            numbers(piece, html);
            String text = Html.escape(marked.article().body().substring(piece.start(), piece.end()));
            if (piece.marks().isEmpty()) {
                html.append(text);
            } else {
                html.append("<span class=\"")
                        .append(look(piece))
                        .append("\" data-claims=\"")
                        .append(keys(piece))
                        .append("\" data-own=\"")
                        .append(keys(piece.marks().get(piece.marks().size() - 1)))
                        .append("\">")
                        .append(text)
                        .append("</span>");
            }
        }
        return html.append("</p>").toString();
    }

    /** One claim: whose it is, and how it is put. */
    String claim(int number) {
        Claim claim = marked.claim(number);
        String rest = Stream.of(
                        claim.source().map(source -> Legible.words(source.type())),
                        claim.via().map(via -> "via <bdi>" + Html.escape(via) + "</bdi>"),
                        Legible.cue(claim).map(cue -> "<bdi>" + Html.escape(cue) + "</bdi>"),
                        claim.source().map(source -> Legible.words(claim.kind())),
                        Optional.of(stance(claim.stance())),
                        Optional.of(Legible.words(claim.modality())),
                        Optional.of(Legible.confidence(claim)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        String key = article + "c" + number;
        return "<li id=\"" + key + "\"" + kind(claim) + " data-claims=\"" + key + "\" data-own=\"" + key + "\">"
                + "<a class=\"number\" href=\"#" + article + "w" + number + "\" aria-label=\"Words of claim " + number
                + "\">" + number + "</a><span class=\"said\"><span class=\"speaker\"><bdi>"
                + Html.escape(Legible.speaker(claim)) + "</bdi></span> · " + rest + "</span></li>";
    }

    private static String kind(Claim claim) {
        if (claim.kind() == ClaimKind.OWN_VOICE) {
            return " class=\"voice\"";
        }
        return claim.stance() == Stance.DENIES ? " class=\"denies\"" : "";
    }

    private static String stance(Stance stance) {
        return stance == Stance.DENIES ? "<strong>" + Legible.words(stance) + "</strong>" : Legible.words(stance);
    }

    /** The numbers of the claims whose content begins, or is taken up again, with the piece. */
    private void numbers(Piece piece, StringBuilder html) {
        for (Mark mark : piece.marks()) {
            if (mark.role() == Role.CONTENT && piece.opens(mark)) {
                for (int number : mark.claims()) {
                    String id = mark.goesOn() ? "" : " id=\"%sw%d\"".formatted(article, number);
                    html.append(
                            "<a class=\"number\"%s href=\"#%sc%d\" data-own=\"%sc%d\" aria-label=\"Claim %d%s\">%d%s</a>"
                                    .formatted(
                                            id,
                                            article,
                                            number,
                                            article,
                                            number,
                                            number,
                                            mark.goesOn() ? " goes on" : "",
                                            number,
                                            mark.goesOn() ? "…" : ""));
                }
            }
        }
    }

    private String look(Piece piece) {
        List<String> classes = new ArrayList<>();
        for (Mark mark : piece.marks()) {
            switch (mark.role()) {
                case SOURCE -> classes.add("source");
                case CUE -> classes.add("cue");
                case CONTENT -> {
                    Claim claim = marked.claim(mark.claim());
                    classes.add(claim.kind() == ClaimKind.OWN_VOICE ? "own" : "content");
                    if (claim.stance() == Stance.DENIES) {
                        classes.add("denied");
                    }
                }
            }
        }
        return classes.stream().distinct().collect(Collectors.joining(" "));
    }

    private String keys(Piece piece) {
        return piece.marks().stream().map(this::keys).distinct().collect(Collectors.joining(" "));
    }

    private String keys(Mark mark) {
        return mark.claims().stream().map(number -> article + "c" + number).collect(Collectors.joining(" "));
    }
}
