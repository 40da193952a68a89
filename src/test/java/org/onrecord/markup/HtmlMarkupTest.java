package org.onrecord.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.onrecord.claim.Span;

class HtmlMarkupTest {
    private static final String HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> ' & ]]> <!-- </p>";

    private static final Pattern ELEMENT = Pattern.compile("<[^>]*>");

    /** Everything that a page may have between angle brackets; attributes are names and keys of our own. */
    private static final Pattern OURS =
            Pattern.compile("</?(?:article|header|section|h1|p|ol|ul|li|span|bdi|a|time|table|"
                    + "caption|thead|tbody|tr|th|td|strong)(?: (?:id|class|href|dir|scope|datetime|aria-label|aria-labelledby|"
                    + "data-claims|data-own)=\"[A-Za-z0-9#., :TZ-]*\")*>");

    @Test
    void sourceCueAndContentLeadToTheirClaim() {
        String page = page(Written.article("The ferry ran aground, the mayor said.")
                .said("the mayor", "said", "The ferry ran aground"));
        assertThat(page)
                .contains("<span class=\"content\" data-claims=\"a1c1\" data-own=\"a1c1\">The ferry ran aground</span>")
                .contains("<span class=\"source\" data-claims=\"a1c1\" data-own=\"a1c1\">the mayor</span>")
                .contains("<span class=\"cue\" data-claims=\"a1c1\" data-own=\"a1c1\">said</span>")
                .contains("<a class=\"number\" id=\"a1w1\" href=\"#a1c1\"")
                .contains("<li id=\"a1c1\"", "href=\"#a1w1\"")
                .contains("<th scope=\"row\"><bdi>the mayor</bdi></th><td>person</td><td>1</td>");
    }

    @Test
    void wordsWithinTwoClaimsBelongToBothAndLeadToTheInner() {
        String page = page(Written.article("Hale said Moss had denied she sold it.")
                .said("Hale", "said", "Moss had denied she sold it")
                .within("Hale", "Moss", "had denied", "she sold it"));
        assertThat(page)
                .contains("<span class=\"content source\" data-claims=\"a1c1 a1c2\" data-own=\"a1c2\">Moss</span>")
                .contains("<bdi>Hale → Moss</bdi>");
    }

    @Test
    void aDenialIsSaidInWordsToo() {
        String page = page(Written.article("Moss denied it blew.").denied("Moss", "denied", "it blew"));
        assertThat(page).contains("class=\"content denied\"", "<strong>denies</strong>", "1, 1 denied");
    }

    @Test
    void twoArticlesShareAPageWithoutSharingKeys() {
        StringWriter out = new StringWriter();
        HtmlMarkup markup = new HtmlMarkup(new PrintWriter(out));
        markup.write(Written.article("It rained.").own("It rained").marked());
        markup.write(Written.article("It blew.").own("It blew").marked());
        List<String> ids = Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(out.toString())
                .results()
                .map(id -> id.group(1))
                .toList();
        assertThat(ids).containsExactly("a1", "a1w1", "a1c1", "a2", "a2w1", "a2c1");
    }

    @Test
    void thePageAsksForNothingAndRunsNothingButItsOwn() {
        StringWriter out = new StringWriter();
        HtmlMarkup markup = new HtmlMarkup(new PrintWriter(out));
        markup.begin("<script>");
        markup.end();
        assertThat(out.toString())
                .contains("default-src 'none'", "script-src 'sha256-", "style-src 'sha256-")
                .contains("<title>&lt;script&gt;</title>")
                .doesNotContain("http:", "https:", "url(", "@import", "src=", " style=", " onclick");
        assertThat(out.toString().split("<script", -1)).hasSize(2);
    }

    @Test
    void hostileWordsStayWords() {
        Written written = new Written(HOSTILE, HOSTILE, HOSTILE + "\n" + HOSTILE.replace("alert", "x"))
                .said(HOSTILE, "onerror=alert(2)", HOSTILE);
        assertOnlyOurElements(page(written));
        assertThat(page(written)).contains("&lt;script&gt;").doesNotContain("<script", "<img", "<!--");
    }

    @Example
    void halfASurrogatePairAndTurnsOfDirectionAreNotWritten() {
        assertThat(page(new Written("\uD83D", "\u202Eoutlet", "It\u0000rained \uDE00.").own("rained")))
                .doesNotContain("\u0000", "\uD83D", "\uDE00", "\u202E")
                .contains("\uFFFD", "It ");
    }

    @Property(tries = 300)
    void anyTextComesOutAsItsWords(
            @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '~') String body,
            @ForAll @StringLength(max = 20) String headline,
            @ForAll @Size(max = 8) List<@IntRange(max = 59) Integer> cuts) {
        Written written = new Written(headline, headline, body);
        for (Span span : TextMarkupTest.spans(body, cuts)) {
            written.spans(List.of(span));
        }
        String page = page(written);
        assertOnlyOurElements(page);
        String paragraph =
                page.contains("<p dir") ? page.substring(page.indexOf("<p dir"), lastParagraphEnd(page)) : "";
        assertThat(unescaped(paragraph.replaceAll("<a [^>]*>[0-9…]*</a>", ""))).isEqualTo(body.isBlank() ? "" : body);
    }

    private static int lastParagraphEnd(String page) {
        return page.indexOf("</p>", page.indexOf("<p dir"));
    }

    private static String unescaped(String html) {
        return ELEMENT.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static void assertOnlyOurElements(String page) {
        assertThat(ELEMENT.matcher(page).results().map(MatchResult::group)).allMatch(OURS.asMatchPredicate());
        assertThat(ELEMENT.matcher(page).replaceAll("")).doesNotContain("<", ">");
    }

    private static String page(Written written) {
        StringWriter out = new StringWriter();
        new HtmlMarkup(new PrintWriter(out)).write(written.marked());
        return out.toString();
    }
}
