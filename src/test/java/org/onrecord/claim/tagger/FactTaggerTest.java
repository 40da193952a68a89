package org.onrecord.claim.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTaggerTest {
    @Test
    void aFactBeginsAfterAConjunctionAndWithARelativeClause() {
        assertThat(marked("Nine people died and 40 were injured when the stand collapsed ."))
                .isEqualTo("Nine people died and | 40 were injured when | the stand collapsed .");
        assertThat(marked("The firm bought the ferry , which sank in June ."))
                .isEqualTo("The firm bought the ferry , | which sank in June .");
    }

    @Test
    void aFactGoesOnAfterOneThatWasPutIn() {
        assertThat(marked("The brewery , which opened in 1911 , employs 70 people ."))
                .isEqualTo("The brewery , | which opened in 1911 , ^ employs 70 people .");
    }

    @Test
    void listsConditionsAndRestrictiveClausesAreNoFacts() {
        String list = "The mayor and the two bishops met in the town hall and the library .";
        String condition = "The road will reopen when the repairs are done .";
        String restrictive = "The man who runs the ferry sold his boat .";
        assertThat(List.of(list, condition, restrictive))
                .allSatisfy(line -> assertThat(marked(line)).isEqualTo(line));
    }

    @Test
    void longPassagesAndNoWordsAreRead() {
        assertThat(FactTagger.tag(passage(Collections.nCopies(2000, "embankments")))
                        .begins()
                        .length())
                .isLessThanOrEqualTo(2000);
        assertThat(FactTagger.tag(passage(List.of())).begins().isEmpty()).isTrue();
    }

    private static String marked(String line) {
        List<String> words = List.of(line.split(" ", -1));
        FactMarks marks = FactTagger.tag(passage(words));
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (marks.begins().get(i)) {
                shown.add("|");
            } else if (marks.goesOn().get(i)) {
                shown.add("^");
            }
            shown.add(words.get(i));
        }
        return String.join(" ", shown);
    }

    private static Passage passage(List<String> words) {
        return new Passage(
                words,
                words.stream()
                        .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                        .toList(),
                Collections.nCopies(words.size(), "NOUN"),
                new BitSet(),
                new BitSet(),
                Collections.nCopies(words.size(), Role.NONE));
    }
}
