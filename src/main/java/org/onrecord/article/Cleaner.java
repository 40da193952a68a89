package org.onrecord.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the paragraphs of news in a body as it was scraped. Thread-safe; linear in the body's length. Nothing is
 * rewritten: what is dropped is left out of the paragraphs, so that offsets keep pointing into the body.
 */
public final class Cleaner {
    private static final int LONGEST_OPENING = 160;

    /** "PORT AMBRY, March 10 (Delmara News Agency) - ", "SARROW — ". */
    private static final Pattern DATELINE = Pattern.compile("^\\p{Lu}{2}[\\p{Lu} .'’,-]{0,50}(?: [\\p{L}. ]{2,20})?"
            + "(?:, ?\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}(?:, ?\\d{4})?)?,? ?"
            + "(?:[(/](?<agency>[^()/]{2,40})[)/])? ?[-–—]{1,2} ");

    /** Some agencies leave the dash out: "New Halvik, June 3 (IANS) ". */
    private static final Pattern UNDASHED =
            Pattern.compile("^[\\p{L}\\p{N} .,'’/-]{2,60}\\((?<agency>\\p{Lu}[^()]{1,40})\\) (?=\\p{Lu})");

    /** "(Reuters) - ", "Halvik, 3 June (AP) — ". */
    private static final Pattern AGENCY =
            Pattern.compile("^[\\p{L}\\p{N} .,'’/-]{0,60}\\((?<agency>\\p{L}[^()]{1,40})\\) ?[-–—:]{1,2} ");

    /** "Shafaq News/ ". */
    private static final Pattern PREFIX = Pattern.compile("^(?<agency>\\p{Lu}[\\p{L} ]{2,30}) ?/ ");

    /** Where an agency stands in a dateline the outlet may put its own people. */
    private static final Pattern NOBODY_ELSE = Pattern.compile(
            "(?i)\\b(?:correspondent|staff|reporter|desk|updated?|exclusive|opinion|analysis|video|photos?|live|breaking|online)\\b");

    private final Outlets outlets;

    public Cleaner(Outlets outlets) {
        this.outlets = outlets;
    }

    /** The news of an article; no paragraphs when there is none. */
    public News clean(Article article) {
        String body = article.body();
        List<Paragraph> kept = new ArrayList<>();
        List<Paragraph> labels = new ArrayList<>();
        List<Paragraph> titles = new ArrayList<>();
        Optional<String> via = Optional.empty();
        String headline = Furniture.plain(article.headline());
        boolean joins = false;
        for (Paragraph line : lines(body)) {
            String text = body.substring(line.start(), line.end());
            if (text.isBlank()) {
                joins = false;
            } else if (joins) {
                joins = append(kept, line, body);
            } else if (Furniture.isFurniture(text, headline)) {
                via = via.or(() -> CreditLine.outlet(text, outlets).flatMap(name -> relayed(name, article)));
                if (Furniture.plain(text).equals(headline)) {
                    titles.add(line);
                } else if (Furniture.isLabel(text, Furniture.plain(text))) {
                    labels.add(line);
                }
            } else {
                Opening opening = opening(text, article);
                via = via.or(opening::via);
                if (line.start() + opening.length() < line.end()) {
                    kept.add(new Paragraph(line.start() + opening.length(), line.end()));
                    joins = continues(text);
                }
            }
        }
        return new News(kept.isEmpty() ? onlyLine(titles, labels) : kept, via);
    }

    /** A one-line item has no full stop, or is its own headline; where nothing else is news, it is. */
    private static List<Paragraph> onlyLine(List<Paragraph> titles, List<Paragraph> labels) {
        if (labels.size() == 1) {
            return labels;
        }
        return labels.isEmpty() && !titles.isEmpty() ? titles.subList(0, 1) : List.of();
    }

    private static boolean append(List<Paragraph> kept, Paragraph line, String body) {
        Paragraph last = kept.remove(kept.size() - 1);
        kept.add(new Paragraph(last.start(), line.end()));
        return continues(body.substring(line.start(), line.end()));
    }

    /** A line that is broken off in mid-sentence at the width of a page goes on in the next. */
    private static boolean continues(String line) {
        char last = line.charAt(line.length() - 1);
        return line.length() > 40 && (Character.isLetterOrDigit(last) || last == ',');
    }

    private record Opening(int length, Optional<String> via) {}

    private Opening opening(String text, Article article) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_OPENING));
        int length = 0;
        Matcher prefix = PREFIX.matcher(start);
        if (prefix.find()
                && (outlets.isOutletName(prefix.group("agency")) || outlets.isOwn(article, prefix.group("agency")))) {
            // The page signs its own text so; whom it relays stands in the text.
            length = prefix.end();
        }
        for (Pattern pattern : List.of(DATELINE, AGENCY)) {
            Matcher dateline = pattern.matcher(start.substring(length));
            if (dateline.find()) {
                length += dateline.end();
                Optional<String> agency =
                        Optional.ofNullable(dateline.group("agency")).flatMap(name -> relayed(name, article));
                return new Opening(length, agency);
            }
        }
        Matcher undashed = UNDASHED.matcher(start.substring(length));
        if (undashed.find() && outlets.find(undashed.group("agency")).isPresent()) {
            return new Opening(length + undashed.end(), relayed(undashed.group("agency"), article));
        }
        return new Opening(length, Optional.empty());
    }

    private Optional<String> relayed(String agency, Article article) {
        if (NOBODY_ELSE.matcher(agency).find()) {
            return Optional.empty();
        }
        String own = article.outletName().orElse(article.outlet()).toLowerCase(Locale.ROOT);
        return outlets.isOwn(article, agency) || agency.toLowerCase(Locale.ROOT).startsWith(own)
                ? Optional.empty()
                : Optional.of(outlets.nameOf(agency));
    }

    /** The lines without the white space around them; a blank one is empty. */
    private static List<Paragraph> lines(String body) {
        List<Paragraph> lines = new ArrayList<>();
        int from = 0;
        while (from < body.length()) {
            int newline = body.indexOf('\n', from);
            int to = newline < 0 ? body.length() : newline;
            int start = from;
            int end = to;
            while (start < end && isSpace(body.charAt(start))) {
                start++;
            }
            while (end > start && isSpace(body.charAt(end - 1))) {
                end--;
            }
            lines.add(new Paragraph(start, end));
            from = to + 1;
        }
        return lines;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
