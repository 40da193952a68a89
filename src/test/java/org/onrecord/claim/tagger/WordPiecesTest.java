package org.onrecord.claim.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WordPiecesTest {
    private final WordPieces pieces =
            new WordPieces(List.of("[UNK]", "harbour", "##s", "##side", "not", "cafe", "-", "so", "called"));

    @Example
    void aKnownWordIsOnePieceWhateverItsCaseAndAccents() {
        assertThat(pieces.of("Harbour")).containsExactly(1);
        assertThat(pieces.of("Café")).containsExactly(5);
    }

    @Example
    void aWordIsCutIntoTheLongestKnownPieces() {
        assertThat(pieces.of("harbours")).containsExactly(1, 2);
        assertThat(pieces.of("harbourside")).containsExactly(1, 3);
    }

    @Example
    void whatHasAPartThatIsNotKnownIsUnknown() {
        assertThat(pieces.of("harbourmaster")).containsExactly(0);
    }

    @Example
    void marksStandAlone() {
        assertThat(pieces.of("so-called")).containsExactly(7, 6, 8);
    }

    @Example
    void aShortenedNotIsNot() {
        assertThat(pieces.of("n’t")).isEqualTo(pieces.of("n't")).containsExactly(4);
    }

    @Property(tries = 200)
    void everyWordHasOneToSixPieces(@ForAll String word) {
        assertThat(pieces.of(word)).hasSizeBetween(1, WordPieces.MOST);
    }

    @Example
    void aLongRunOfMarksIsCutShort() {
        assertThat(pieces.of("-".repeat(1000))).hasSize(WordPieces.MOST);
    }
}
