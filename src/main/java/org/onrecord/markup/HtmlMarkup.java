package org.onrecord.markup;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onrecord.claim.Stance;

/**
 * Writes marked articles as one page that needs nothing else: style and script stand in it, and its content security
 * policy allows only these. Without the script the numbers still lead from words to claims and back. Text of articles
 * is never taken as markup.
 */
public final class HtmlMarkup {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private int articles;

    public HtmlMarkup(PrintWriter out) {
        this.out = out;
    }

    /** The head of the page; once, before the first article. */
    public void begin(String title) {
        PagePart style = PagePart.load("page.css");
        PagePart script = PagePart.load("page.js");
        out.println("<!DOCTYPE html>");
        out.println("<html lang=\"en\">");
        out.println("<head>");
        out.println("<meta charset=\"utf-8\">");
        out.println("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
                + "form-action 'none'; style-src " + style.hash() + "; script-src " + script.hash() + "\">");
        out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.println("<meta name=\"color-scheme\" content=\"light dark\">");
        out.println("<title>" + Html.escape(title) + "</title>");
        out.println("<style>" + style.text() + "</style>");
        out.println("</head>");
        out.println("<body>");
        out.println("<main>");
        legend();
        out.println("<script type=\"module\">" + script.text() + "</script>");
    }

    /** One article, and the sources that speak in it. */
    public void write(MarkedArticle marked) {
        articles++;
        String key = "a" + articles;
        out.println("<article aria-labelledby=\"" + key + "\">");
        header(marked, key);
        HtmlLine lines = new HtmlLine(marked, key);
        for (MarkedLine line : marked.lines()) {
            out.println("<section class=\"line\">");
            out.println(lines.paragraph(line));
            if (!line.claims().isEmpty()) {
                out.println("<ol class=\"claims\" aria-label=\"Claims of this paragraph\">");
                line.claims().forEach(number -> out.println(lines.claim(number)));
                out.println("</ol>");
            }
            out.println("</section>");
        }
        sources(marked, key);
        out.println("</article>");
    }

    /** The end of the page; once, after the last article. */
    public void end() {
        out.println("</main>");
        out.println("</body>");
        out.println("</html>");
    }

    private void legend() {
        out.println("<ul class=\"legend\" aria-label=\"What the marks mean\">");
        out.println("<li><span class=\"content\">content</span></li>");
        out.println("<li><span class=\"content denied\">denied content</span></li>");
        out.println("<li><span class=\"source\">source</span></li>");
        out.println("<li><span class=\"cue\">cue</span></li>");
        out.println("<li><span class=\"own\">the outlet’s own voice</span></li>");
        out.println("</ul>");
    }

    private void header(MarkedArticle marked, String key) {
        String headline = marked.article().headline().strip();
        out.println("<header>");
        out.println("<h1 id=\"" + key + "\" dir=\"auto\">"
                + Html.escape(headline.isEmpty() ? marked.article().id() : headline) + "</h1>");
        Instant published = marked.article().publishedAt();
        Instant updated = marked.article().updatedAt();
        out.println("<p class=\"about\"><bdi>"
                + Html.escape(
                        marked.article().outletName().orElse(marked.article().outlet())) + "</bdi> · "
                + time(published) + (updated.equals(published) ? "" : " · revised " + time(updated)) + " · "
                + Legible.count(marked.size(), "claim") + ", "
                + Legible.count(marked.sources().size(), "source") + "</p>");
        out.println("</header>");
    }

    private static String time(Instant time) {
        return "<time datetime=\"" + time + "\">" + TIME.format(time) + "</time>";
    }

    private void sources(MarkedArticle marked, String key) {
        List<SourceCount> sources = marked.sources();
        if (sources.isEmpty()) {
            return;
        }
        out.println("<table>");
        out.println("<caption>Sources</caption>");
        out.println("<thead><tr><th scope=\"col\">Source</th><th scope=\"col\">Type</th>"
                + "<th scope=\"col\">Claims</th><th scope=\"col\">Which</th></tr></thead>");
        out.println("<tbody>");
        for (SourceCount source : sources) {
            out.println("<tr><th scope=\"row\"><bdi>" + Html.escape(source.name()) + "</bdi></th><td>"
                    + Legible.words(source.type()) + "</td><td>"
                    + source.claims().size() + (source.denials() == 0 ? "" : ", " + source.denials() + " denied")
                    + "</td><td>"
                    + source.claims().stream()
                            .map(number -> link(marked, key, number))
                            .collect(Collectors.joining(" "))
                    + "</td></tr>");
        }
        out.println("</tbody>");
        out.println("</table>");
    }

    private static String link(MarkedArticle marked, String key, int number) {
        boolean denied = marked.claim(number).stance() == Stance.DENIES;
        return "<a class=\"number\" href=\"#" + key + "c" + number + "\" aria-label=\"Claim " + number
                + (denied ? ", denied" : "") + "\">" + number + "</a>";
    }
}
