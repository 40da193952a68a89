package org.onrecord.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.onrecord.article.Article;

/**
 * What {@link ClaimExtractor} promises about any text at all. An implementation's test extends it and says which one is
 * meant.
 */
abstract class ClaimExtractorContract {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Lines that have no spaces, no ends or no words where news has them; each is repeated to a long one. */
    private static final List<String> MONOTONOUS = List.of(
            "😀",
            "e\u0301",
            "\uD83D",
            "\u202E",
            "“",
            "«",
            "' ",
            "قال الوزير ",
            "1,024\t",
            "THE MINISTER SAID THAT THE PORT WAS CLOSED ",
            "Moss said. ",
            "said Moss, ",
            "“No,” she said. “Yes. ",
            "(AP) - ",
            "who said that ",
            "a",
            ".",
            "\"",
            "x,",
            "'A'",
            "‘",
            "said “",
            "Reuters said AFP told AP that ",
            ", and Moss that it rained",
            "The mayor said that it rained, and ");

    /** The same one for every call. */
    abstract ClaimExtractor extractor();

    @Example
    void nothingClaimsNothing() {
        for (String body : List.of("", " ", "\n\n\n", "\u00A0\uFEFF", "\t\r\n")) {
            assertThat(claims(body)).as(body).isEmpty();
        }
    }

    @Example
    void oneWordIsRead() {
        for (String body : List.of("Rain", "said", "“", ".", "قال", "😀", "\uDE00", "12", "e\u0301")) {
            assertValid(body);
        }
    }

    @Property(tries = 300)
    void quotationMarksOfAnyStyleMayBeOutOfBalance(@ForAll("quoted") String body) {
        assertValid(body);
    }

    @Property(tries = 300)
    void emojiCombiningCharactersAndHalvesOfSurrogatePairsAreRead(@ForAll("symbols") String body) {
        assertValid(body);
    }

    @Property(tries = 200)
    void textFromRightToLeftIsRead(@ForAll("rightToLeft") String body) {
        assertValid(body);
    }

    @Property(tries = 200)
    void tablesOfFiguresAreRead(@ForAll("tables") String body) {
        assertValid(body);
    }

    @Property(tries = 200)
    void wireCopyInCapitalsIsRead(@ForAll("capitals") String body) {
        assertValid(body);
    }

    @Property(tries = 200)
    void anyHeadlineAndOutletAreTaken(
            @ForAll("quoted") String headline, @ForAll("symbols") String outlet, @ForAll("quoted") String body) {
        Article article =
                new Article("a-1", outlet, Optional.of(headline), headline, Instant.EPOCH, Instant.EPOCH, body);
        assertValid(body, extractor().extract(article));
    }

    @Property(tries = 200)
    void theSameArticleHasTheSameClaims(@ForAll("quoted") String body) {
        assertThat(claims(body)).isEqualTo(claims(body));
    }

    @Example
    void aMebibyteOnOneLineIsRead() {
        assertValid(repeated("“No,” she said. “Yes. ", 1 << 20));
    }

    /**
     * Work is counted in bytes allocated, which the clock and other programs have no part in. What goes with the square of
     * the length allocates four times as much for twice the text, or never ends on a mebibyte.
     */
    @Example
    void twiceTheTextIsAboutTwiceTheWork() {
        for (String piece : MONOTONOUS) {
            String text = repeated(piece, 1 << 14);
            Work once = work(text);
            Work twice = work(text + text);
            assertThat(twice.bytes())
                    .as("bytes for twice 16 KiB of “%s”", piece)
                    .isLessThan(3 * once.bytes());
            assertThat(twice.claims())
                    .as("claims of twice 16 KiB of “%s”", piece)
                    .isLessThan(3 * once.claims() + 10);
        }
    }

    @Provide
    Arbitrary<String> quoted() {
        return text(
                "\"",
                "“",
                "”",
                "„",
                "‘",
                "’",
                "'",
                "«",
                "»",
                "‹",
                "›",
                "``",
                "''",
                "「",
                "」",
                " said ",
                " said. ",
                "Moss",
                "the mayor",
                ", ",
                ". ",
                "\n\n",
                "\n",
                " that ",
                "it rained",
                "It rained",
                "“No,”",
                " denied ",
                "she",
                " told Reuters ",
                "according to ",
                "Hale",
                " and ",
                " won’t ");
    }

    @Provide
    Arbitrary<String> symbols() {
        return text(
                "😀",
                "👩🏽‍🚒",
                "🇩🇰",
                "e\u0301",
                "\u0301",
                "Z̷͑a̸l̴go",
                "\uD83D",
                "\uDE00",
                "\u200D",
                "\uFE0F",
                "\u0000",
                "\uFFFF",
                "\u2028",
                "\u00AD",
                " ",
                ". ",
                "\n\n",
                "“",
                "”",
                " said ",
                "Moss",
                "it rained",
                "The 😀 mayor",
                "𝐓𝐡𝐞 𝐦𝐚𝐲𝐨𝐫",
                "ﬁ",
                "İ",
                "ß");
    }

    @Provide
    Arbitrary<String> rightToLeft() {
        return text(
                "قال",
                "الوزير",
                "إن",
                "الميناء مغلق",
                "אמר",
                "השר",
                "،",
                "؟",
                "۔",
                "״",
                "“",
                "”",
                "\u202E",
                "\u202C",
                "\u2067",
                "\u2069",
                "\u200F",
                " ",
                ". ",
                "\n\n",
                " said ",
                "Reuters",
                "١٢",
                "12");
    }

    @Provide
    Arbitrary<String> tables() {
        return text(
                "1,024", "12.5", "%", "$", "€38m", "\t", "  ", " | ", "\n", "---", "2026", "Q3", "Total", "n/a", "-",
                "–", "+0.25", "1e9", "(12)", "Jan. 4", "said", "№");
    }

    @Provide
    Arbitrary<String> capitals() {
        return text(
                "HALVIK, JUNE 3 (REUTERS) - ",
                "THE MINISTER ",
                "SAID ",
                "TOLD REUTERS ",
                "THAT ",
                "THE PORT WAS CLOSED",
                ". ",
                ", ",
                "\n",
                "\n\n",
                "\"",
                "U.S. ",
                "DENIED ",
                "ACCORDING TO ",
                "12 KILLED ",
                "AND ",
                "SHE ",
                "<AP.N> ",
                "- ",
                "REUTER\u0003");
    }

    private static Arbitrary<String> text(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(60).map(list -> String.join("", list));
    }

    private List<Claim> claims(String body) {
        return extractor()
                .extract(new Article(
                        "a-1", "gazette", Optional.of("Harbour Gazette"), "", Instant.EPOCH, Instant.EPOCH, body));
    }

    private void assertValid(String body) {
        assertValid(body, claims(body));
    }

    private static void assertValid(String body, List<Claim> claims) {
        for (Claim claim : claims) {
            assertValid(body, claim.content());
            claim.source().ifPresent(source -> assertValid(body, source.mention()));
            claim.cue().ifPresent(cue -> assertValid(body, cue));
            assertThat(claim.proposition()).isNotBlank();
        }
        assertThat(claims)
                .extracting(claim -> claim.content().spans().get(0).start())
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    private static void assertValid(String body, Mention mention) {
        int last = 0;
        for (Span span : mention.spans()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(last);
            assertThat(span.end()).isLessThanOrEqualTo(body.length());
            assertThat(splitsPair(body, span.start()) || splitsPair(body, span.end()))
                    .as("a surrogate pair is split by %s", span)
                    .isFalse();
            last = span.end();
        }
        assertThat(mention.text())
                .isNotBlank()
                .isEqualTo(mention.spans().stream()
                        .map(span -> body.substring(span.start(), span.end()))
                        .collect(Collectors.joining(" ")));
    }

    private static boolean splitsPair(String body, int at) {
        return at > 0
                && at < body.length()
                && Character.isHighSurrogate(body.charAt(at - 1))
                && Character.isLowSurrogate(body.charAt(at));
    }

    private static String repeated(String piece, int length) {
        return piece.repeat(length / piece.length());
    }

    private record Work(int claims, long bytes) {}

    private Work work(String body) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        int claims = claims(body).size();
        return new Work(claims, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
}
