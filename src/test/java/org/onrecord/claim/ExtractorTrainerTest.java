package org.onrecord.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractorTrainerTest {
    private static final List<String> SOURCES =
            List.of("The harbour master", "Ada Brook", "Two pilots", "The union", "A clerk");
    private static final List<String> CONTENTS =
            List.of("the ferry had left", "rents would fall", "the pumps failed at noon", "nobody was told");

    @Test
    void theSameArticlesAndSeedGiveTheSameWeights() throws IOException {
        assertThat(weights(1)).isEqualTo(weights(1));
        assertThat(weights(1)).isNotEqualTo(weights(2));
    }

    @Test
    void tooFewArticlesAreRefusedInWords() {
        assertThatThrownBy(() ->
                        new ExtractorTrainer(1, line -> {}).train(articles().subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few articles");
    }

    private static byte[] weights(long seed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ExtractorTrainer(seed, line -> {}).train(articles()).write(bytes);
        return bytes.toByteArray();
    }

    private static List<GoldArticle> articles() {
        List<GoldArticle> articles = new ArrayList<>();
        for (String source : SOURCES) {
            for (String content : CONTENTS) {
                String text = source + " said " + content + ".\nThe river rose.";
                int cue = source.length() + 1;
                int start = cue + 5;
                articles.add(new GoldArticle(
                        source + content,
                        text,
                        List.of(new GoldArticle.Relation(
                                List.of(new Span(0, source.length())),
                                List.of(new Span(cue, cue + 4)),
                                List.of(new Span(start, start + content.length()))))));
            }
        }
        return articles;
    }
}
