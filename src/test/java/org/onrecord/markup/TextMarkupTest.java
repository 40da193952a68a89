package org.onrecord.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.onrecord.claim.Span;

class TextMarkupTest {
    private static final String ESCAPE = "\u001B";

    @Test
    void withoutColourBracketsNameTheClaims() {
        Written written = Written.article("The ferry ran aground, the mayor said. It rained.")
                .said("the mayor", "said", "The ferry ran aground")
                .own("It rained");
        assertThat(text(written, 80, false))
                .contains("[1: The ferry ran aground], {1: the mayor} <1: said>. [2: It rained].\n")
                .contains("1  the mayor · person · “said” · indirect · asserts · fact · 90 %\n")
                .contains("2  own voice · asserts · fact · 90 %\n")
                .doesNotContain(ESCAPE);
    }

    @Test
    void contentInSeveralPartsIsTakenUpAgain() {
        Written written = Written.article("“The pumps,” Moss said, “failed at noon.”")
                .said("Moss", "said", "The pumps", "failed at noon");
        assertThat(text(written, 80, false)).contains("“[1: The pumps],” {1: Moss} <1: said>, “[1…: failed at noon].”");
    }

    @Test
    void aClaimWithinAClaimStandsInItsBrackets() {
        Written written = Written.article("Hale said Moss had denied she sold it.")
                .said("Hale", "said", "Moss had denied she sold it")
                .within("Hale", "Moss", "had denied", "she sold it");
        assertThat(text(written, 80, false))
                .contains("{1: Hale} <1: said> [1: {2: Moss} <2: had denied> [2: she sold it]].")
                .contains("2  Hale → Moss · person");
    }

    @Test
    void claimsThatShareASourceShareItsMark() {
        Written written = Written.article("Moss said it rained and that it blew.")
                .said("Moss", "said", "it rained")
                .said("Moss", "said", "it blew");
        assertThat(text(written, 80, false))
                .contains("{1,2: Moss} <1,2: said> [1: it rained] and that [2: it blew].")
                .contains("Moss · person · 2 claims\n");
    }

    @Test
    void marksThatCrossAreClosedAndTakenUpAgain() {
        Written written = Written.article("one two three").own("one two").own("two three");
        assertThat(text(written, 80, false)).contains("[1: one [2: two]][2…: three]");
    }

    @Test
    void contentOverTwoParagraphsIsMarkedInBoth() {
        Written written =
                Written.article("Moss said it rained.\n\nIt blew.").said("Moss", "said", "it rained.\n\nIt blew");
        assertThat(text(written, 80, false)).contains("[1: it rained.]\n", "[1…: It blew].\n");
    }

    @Test
    void coloursTellSourceCueContentAndDeniedContentApart() {
        Written written = Written.article("Moss said it rained. Hale denied it blew.")
                .said("Moss", "said", "it rained")
                .denied("Hale", "denied", "it blew");
        assertThat(text(written, 80, true))
                .contains(ESCAPE + "[1;36mMoss" + ESCAPE + "[0m " + ESCAPE + "[35msaid" + ESCAPE + "[0m ")
                .contains(ESCAPE + "[32mit rained" + ESCAPE + "[0m")
                .contains(ESCAPE + "[31mit blew" + ESCAPE + "[0m")
                .contains("1 denial");
    }

    @Test
    void anArticlesControlCharactersNeverReachTheTerminal() {
        Written written = new Written(
                        "Ferry\u001B[2J",
                        "The\u0007 Paper",
                        "It rained\u001B]0;title\u0007 on \u202Eyadnus\uD83D.\u0085")
                .own("It rained");
        assertThat(text(written, 80, false))
                .doesNotContain("\u0007", ESCAPE, "\u202E", "\u0085", "\uD83D")
                .contains("\uFFFD");
    }

    @Test
    void noLineIsWiderThanTheTerminalAndNoStyleOutlastsItsLine() {
        String word = "Donaudampfschifffahrtsgesellschaftskapitän";
        Written written = Written.article("The mayor said 船が座礁した and " + word + " " + word + word + " rained.")
                .said("The mayor", "said", "船が座礁した and " + word + " " + word + word + " rained");
        for (String line : text(written, 40, true).split("\n", -1)) {
            String visible = line.replaceAll(ESCAPE + "\\[[0-9;]*m", "");
            assertThat(visible.codePoints().map(Columns::of).sum()).isLessThanOrEqualTo(40);
            assertThat(line.lastIndexOf(ESCAPE + "[0m")).isEqualTo(line.lastIndexOf(ESCAPE));
        }
    }

    @Test
    void aWidthThatNobodyCanReadIsRefused() {
        assertThatThrownBy(() -> new TextMarkup(19, false)).hasMessageContaining("19 columns");
    }

    @Property(tries = 300)
    void anySpansOfAnyTextLeaveItsWordsInOrderAndBracketsInBalance(
            @ForAll @StringLength(max = 60) String text,
            @ForAll @Size(max = 8) List<@IntRange(max = 59) Integer> cuts) {
        String body = text.replaceAll("[\\[\\]{}<>]", "x");
        Written written = Written.article(body);
        for (Span span : spans(body, cuts)) {
            written.spans(List.of(span));
        }
        MarkedArticle marked = written.marked();
        String pieces = marked.lines().stream()
                .flatMap(line -> line.pieces().stream())
                .map(piece -> body.substring(piece.start(), piece.end()))
                .reduce("", String::concat);
        // As lines have it: a line separator is white space too, though not to "\\s".
        String blank = "\\p{javaWhitespace}";
        assertThat(pieces.replaceAll(blank, "")).isEqualTo(body.replaceAll(blank, ""));
        for (MarkedLine line : marked.lines()) {
            StyledText bare = new StyledText();
            Brackets brackets = new Brackets(bare);
            line.pieces().forEach(brackets::enter);
            brackets.closeAll();
            assertThat(collapsed(String.join("", bare.lines(10_000, 0, false)))).isEmpty();
        }
    }

    /** What is left when every pair of brackets with nothing but numbers in it is taken out. */
    private static String collapsed(String brackets) {
        String before = brackets.replaceAll("[0-9,…: ]", "");
        for (String after = before.replace("[]", ""); !after.equals(before); after = before.replace("[]", "")) {
            before = after;
        }
        return before;
    }

    static List<Span> spans(String body, List<Integer> cuts) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i += 2) {
            int start = Math.min(cuts.get(i), cuts.get(i + 1));
            int end = Math.min(body.length(), Math.max(cuts.get(i), cuts.get(i + 1)));
            if (start < end) {
                spans.add(new Span(start, end));
            }
        }
        return spans;
    }

    private static String text(Written written, int width, boolean colour) {
        StringWriter out = new StringWriter();
        new TextMarkup(width, colour).write(written.marked(), new PrintWriter(out));
        return out.toString();
    }
}
