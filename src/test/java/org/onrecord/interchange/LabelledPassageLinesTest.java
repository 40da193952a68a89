package org.onrecord.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.claim.ExtractorTrainer;
import org.onrecord.claim.GoldArticle;
import org.onrecord.claim.Span;

class LabelledPassageLinesTest {
    private static final String TEXT = "Ada Brook said the ferry had left.";

    @Test
    void everyWordHasItsStateAndEveryPartOfAnAttributionStatesOfItsOwn() throws IOException {
        GoldArticle article = new GoldArticle(
                "ferry",
                TEXT,
                List.of(new GoldArticle.Relation(
                        List.of(new Span(0, 9)), List.of(new Span(10, 14)), List.of(new Span(15, 33)))));

        List<JsonNode> lines = new ArrayList<>();
        for (var passage : new ExtractorTrainer(1, line -> {}).passages(List.of(article))) {
            lines.add(new ObjectMapper().readTree(new LabelledPassageLines().write(passage)));
        }

        assertThat(lines).hasSize(1);
        JsonNode line = lines.get(0);
        assertThat(line.path("article").asText()).isEqualTo("ferry");
        assertThat(line.path("heldOut").isBoolean()).isTrue();
        assertThat(texts(line.path("words")))
                .containsExactly("Ada", "Brook", "said", "the", "ferry", "had", "left", ".");
        List<String> states = texts(line.path("states"));
        assertThat(states).hasSize(8);
        List<String> source = states.subList(0, 2);
        List<String> cue = states.subList(2, 3);
        List<String> content = states.subList(3, 7);
        List<String> none = states.subList(7, 8);
        assertThat(source).doesNotContainAnyElementsOf(cue);
        assertThat(content).doesNotContainAnyElementsOf(cue).doesNotContainAnyElementsOf(source);
        assertThat(none).doesNotContainAnyElementsOf(source).doesNotContainAnyElementsOf(cue);
        assertThat(none).doesNotContainAnyElementsOf(content);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
