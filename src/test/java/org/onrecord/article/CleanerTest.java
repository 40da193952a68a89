package org.onrecord.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CleanerTest {
    private static final Cleaner CLEANER = new Cleaner(Outlets.load());

    @Test
    void aLineThatIsItsOwnHeadlineIsTheNews() {
        assertThat(news("The port reopened on Monday.", "The port reopened on Monday."))
                .containsExactly("The port reopened on Monday.");
    }

    @Test
    void aHeadlineAboveTheNewsIsNone() {
        assertThat(news("Port reopens", "Port reopens\n\nThe port reopened on Monday."))
                .containsExactly("The port reopened on Monday.");
    }

    @Test
    void buttonsNamingAnOutletCreditNobody() {
        for (String line : List.of("Follow Orbis Wire", "Download the Valmont Courier app", "Orbis Wire on X")) {
            assertThat(via("The port reopened on Monday.\n\n" + line)).as(line).isEmpty();
        }
    }

    @Test
    void aLineThatCreditsAnOutletDoesSo() {
        for (String line : List.of(
                "By Reuters",
                "Source: Reuters",
                "(Reuters)",
                "Reuters and staff",
                "– with Reuters",
                "By Mira Tollan for Reuters",
                "Additional reporting by Reuters",
                "With files from Reuters",
                "This story was first published by Reuters.",
                "© Reuters")) {
            assertThat(via("The port reopened on Monday.\n\n" + line)).as(line).contains("Reuters");
        }
    }

    @Test
    void aDatelineCreditsTheAgencyInItAndNotTheOutletsOwnPeople() {
        assertThat(via("HALVIK, June 3 (Reuters) - The port reopened.")).contains("Reuters");
        assertThat(via("Halvik, June 3 (IANS) The port reopened.")).contains("IANS");
        assertThat(via("HALVIK, June 3 (Staff Reporter) - The port reopened.")).isEmpty();
        assertThat(via("HALVIK, June 3 (Harbour Gazette) - The port reopened.")).isEmpty();
    }

    @Test
    void whatSpeaksToTheReaderIsNoNews() {
        for (String line : List.of(
                "Did you see the fire? Mail us what you saw.",
                "Has your cellar been flooded? Ring our desk.",
                "Send us your pictures of the snow.",
                "Follow our coverage from the harbour all day.",
                "Hear more from the mayor in our breakfast show.",
                "Vote now: should the bridge stay shut?",
                "Turn to page 12: what the treaty says.",
                "The station is on air with live updates on 97.4.",
                "A sentence about the captain has been removed from this article.")) {
            assertThat(news("", "The port reopened on Monday.\n\n" + line))
                    .as(line)
                    .containsExactly("The port reopened on Monday.");
        }
    }

    @Test
    void newsThatOnlyBeginsLikeACallIsNews() {
        for (String line : List.of(
                "Share prices in the US fell on Monday.",
                "Call volumes doubled during the storm.",
                "\"Send us water,\" the mayor said.",
                "Some 4,000 people live on 97.4 hectares of reclaimed land.",
                "Three names have been removed from the list of the missing.")) {
            assertThat(news("", line)).as(line).containsExactly(line);
        }
    }

    private static Optional<String> via(String body) {
        return CLEANER.clean(article("", body)).via();
    }

    private static List<String> news(String headline, String body) {
        return CLEANER.clean(article(headline, body)).paragraphs().stream()
                .map(paragraph -> body.substring(paragraph.start(), paragraph.end()))
                .toList();
    }

    private static Article article(String headline, String body) {
        return new Article(
                "a1", "gazette", Optional.of("Harbour Gazette"), headline, Instant.EPOCH, Instant.EPOCH, body);
    }
}
