package org.onrecord.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;

class TaggedClaimExtractorTest {
    private static final TaggedClaimExtractor EXTRACTOR =
            new TaggedClaimExtractor(Outlets.load(), Granularity.PROPOSITION);

    private static final List<String> SHARDS = List.of(
            "\"",
            "“",
            "”",
            "‘",
            "’",
            " said ",
            " told Reuters ",
            "The minister",
            ", ",
            ". ",
            "\n\n",
            " that ",
            " and ",
            "according to ",
            "🚢",
            "\uD83D",
            "قال",
            ":",
            " (AP) - ",
            "12 killed",
            " denied ",
            "she",
            "U.S.",
            "…",
            "\u0000");

    static List<Claim> claims(String body) {
        return EXTRACTOR.extract(
                new Article("a1", "gazette", Optional.of("Harbour Gazette"), "", Instant.EPOCH, Instant.EPOCH, body));
    }

    @Test
    void anIndirectClaimHasItsSourceAndCue() {
        Claim claim = claims("The transport ministry said that the northern bridge had reopened.")
                .get(0);
        assertThat(claim.kind()).isEqualTo(ClaimKind.INDIRECT);
        assertThat(claim.content().text()).isEqualTo("the northern bridge had reopened");
        assertThat(claim.source().orElseThrow().mention().text()).isEqualTo("The transport ministry");
        assertThat(claim.source().orElseThrow().type()).isEqualTo(SourceType.INSTITUTION);
        assertThat(claim.cue().orElseThrow().text()).isEqualTo("said");
    }

    @Test
    void whoeverIsToldIsTheViaWhenItIsAnOutlet() {
        Claim claim = claims("Two officials told Reuters that the ferry had left the harbour.")
                .get(0);
        assertThat(claim.via()).contains("Reuters");
        assertThat(claim.source().orElseThrow().type()).isEqualTo(SourceType.ANONYMOUS);
        assertThat(claim.content().text()).isEqualTo("the ferry had left the harbour");
    }

    @Test
    void aQuotationThatGoesOnInTheNextParagraphKeepsItsSpeaker() {
        List<Claim> claims =
                claims("“The pumps failed at noon,” said Engineer Tilda Moss. “Nobody came.\n\n“We waited all night.”");
        assertThat(claims)
                .hasSize(3)
                .allMatch(claim -> claim.kind() == ClaimKind.DIRECT)
                .allMatch(claim -> claim.source().orElseThrow().resolved().contains("Tilda Moss"));
    }

    @Test
    void aSurnameAndAPronounMeanWhoWasIntroduced() {
        List<Claim> claims = claims("Mayor Tilda Moss said the market would close. Moss said traders had been told."
                + " She added that rents would fall.");
        assertThat(claims)
                .extracting(claim -> claim.source().orElseThrow().resolved())
                .containsOnly("Mayor Tilda Moss");
    }

    @Test
    void denyingIsTheStanceAndNotTheContent() {
        Claim claim = claims("The company denied that it had sold the mine.").get(0);
        assertThat(claim.stance()).isEqualTo(Stance.DENIES);
        assertThat(claim.content().text()).isEqualTo("it had sold the mine");
    }

    @Test
    void severalFactsOfOneSentenceAreSeveralClaims() {
        assertThat(claims("At least 12 people were killed and 85 injured, the health ministry said."))
                .extracting(claim -> claim.content().text())
                .containsExactly("At least 12 people were killed", "85 injured");
        assertThat(
                        claims(
                                "Nine people were killed and 40 injured when a fire swept through the old market, police said."))
                .extracting(claim -> claim.content().text())
                .containsExactly("Nine people were killed", "40 injured", "a fire swept through the old market");
        assertThat(claims("Harker won 49.8 percent of the vote and Moss 40.6 percent."))
                .extracting(claim -> claim.content().text())
                .containsExactly("Harker won 49.8 percent of the vote", "Moss 40.6 percent");
        assertThat(claims("The fire destroyed 12 cranes and the customs house on Pier 9."))
                .hasSize(1);
    }

    @Test
    void whoHasSpokenToAnAgencyGoesOnSpeakingToIt() {
        assertThat(claims("A port official told Reuters that the ferry had left. The official said the pier was shut."))
                .extracting(claim -> claim.via().orElse("-"))
                .containsExactly("Reuters", "Reuters");
    }

    @Test
    void pricesThatGoUpWhenSomethingHappensSayNothing() {
        assertThat(claims("Fuel prices in Tarsia went up again on Monday when the government ended a subsidy."))
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.kind()).isEqualTo(ClaimKind.OWN_VOICE));
    }

    @Test
    void thatSomebodyOfferedToActIsWhatTheOutletSays() {
        assertThat(claims("The company offered to rebuild the northern bridge by June."))
                .singleElement()
                .satisfies(claim -> assertThat(claim.kind()).isEqualTo(ClaimKind.OWN_VOICE));
    }

    @Test
    void anAfterthoughtIsAClaimOfItsOwn() {
        assertThat(claims("Turnout was 64 percent, the commission said, two points more than in the last election."))
                .extracting(claim -> claim.content().text())
                .contains("Turnout was 64 percent");
    }

    @Test
    void anAttributionIsWholeWhereItIsAskedFor() {
        String body = "“The pumps failed at noon. Nobody came,” said Engineer Tilda Moss.";
        Article article =
                new Article("a1", "gazette", Optional.of("Harbour Gazette"), "", Instant.EPOCH, Instant.EPOCH, body);
        assertThat(new TaggedClaimExtractor(Outlets.load(), Granularity.ATTRIBUTION).extract(article))
                .hasSize(1);
        assertThat(EXTRACTOR.extract(article)).hasSize(2);
    }

    @Test
    void everyClaimSaysHowLikelyItIsRight() {
        assertThat(claims("The mayor said the market would close. The river rose two metres on Sunday."))
                .hasSize(2)
                .allSatisfy(claim -> assertThat(claim.confidence()).isBetween(.5, 1.0));
    }

    @Test
    void whatNobodySaysTheOutletSays() {
        Claim claim = claims("The river rose two metres on Sunday.").get(0);
        assertThat(claim.kind()).isEqualTo(ClaimKind.OWN_VOICE);
        assertThat(claim.source()).isEmpty();
    }

    @Test
    void anAbbreviationDoesNotEndASentence() {
        assertThat(claims("Sen. Ada Brook met Gov. Ivo Hale on Jan. 4 in the capital."))
                .hasSize(1);
    }

    @Test
    void theTitleAndTheButtonsClaimNothing() {
        String body =
                "Bridge reopens\n\nMarch 3, 2026 6:40 AM UTC\n\nThe bridge reopened on Monday.\n\nShare this article";
        assertThat(EXTRACTOR.extract(
                        new Article("a1", "x", Optional.empty(), "Bridge reopens", Instant.EPOCH, Instant.EPOCH, body)))
                .singleElement()
                .satisfies(claim -> assertThat(claim.content().text()).isEqualTo("The bridge reopened on Monday"));
    }

    @Test
    void aDatelinesAgencyIsTheVia() {
        assertThat(claims("HALVIK, June 3 (Reuters) - The river rose two metres on Sunday.")
                        .get(0)
                        .via())
                .contains("Reuters");
    }

    @Property(tries = 300)
    void anyTextGivesValidSpans(@ForAll @StringLength(max = 400) String text) {
        assertValid(text);
    }

    @Property(tries = 500)
    void anyOrderOfTheWordsOfNewsGivesValidSpans(@ForAll @Size(max = 60) List<Integer> picks) {
        StringBuilder text = new StringBuilder();
        picks.forEach(pick -> text.append(SHARDS.get(Math.floorMod(pick, SHARDS.size()))));
        assertValid(text.toString());
    }

    private static void assertValid(String body) {
        for (Claim claim : claims(body)) {
            int last = 0;
            for (Span span : claim.content().spans()) {
                assertThat(span.start()).isGreaterThanOrEqualTo(last);
                assertThat(span.end()).isLessThanOrEqualTo(body.length());
                last = span.end();
            }
            assertThat(claim.content().text()).isNotBlank();
            assertThat(claim.proposition()).isNotBlank();
        }
    }
}
