package org.onrecord.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

/** Sentences of the stories with one thing changed by rule: hardly a word differs, and they say something else. */
final class PerturbedSentencesTest {
    private static final List<String> STORIES =
            List.of("election-count", "minister-resigns", "port-explosion", "rate-decision", "withdrawal-talks");
    private static final List<String> TEMPLATES = List.of(
            "The council of %s approved the new bridge on Tuesday.",
            "Exports from %s to Germany rose 4 percent in May.",
            "The court in %s rejected the appeal of Harker on Friday.",
            "Egypt and %s opened talks on the border.",
            "The fire near %s was the worst in 12 years.",
            "Voters in %s have confirmed the mayor.",
            "Bellamy defeated %s in the final on Sunday.");
    private static final List<String> PLACES =
            List.of("Lindmar", "Vessin", "Tarsia", "Garland", "Dunmore", "Sorrel", "Ostrel");

    private final SentenceSketcher sketcher = new SentenceSketcher();
    private final SketchMatcher matcher = new SketchMatcher();

    @Example
    void theyAreHardlyEverTheSame() throws IOException {
        Map<Perturber.Kind, List<String>> made = new EnumMap<>(Perturber.Kind.class);
        Map<Perturber.Kind, List<String>> same = new EnumMap<>(Perturber.Kind.class);
        for (Perturber.Kind kind : Perturber.Kind.values()) {
            made.put(kind, new ArrayList<>());
            same.put(kind, new ArrayList<>());
            for (String sentence : sentences()) {
                Optional<String> other = Perturber.change(sentence, kind);
                if (other.isPresent()) {
                    made.get(kind).add(sentence);
                    Relation relation = matcher.judge(sketcher.sketch(sentence), sketcher.sketch(other.get()))
                            .relation();
                    if (relation == Relation.SAME) {
                        same.get(kind).add(sentence + " | " + other.get());
                    }
                }
            }
        }
        assertThat(made.values().stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(300);
        for (Perturber.Kind kind : Perturber.Kind.values()) {
            assertThat(made.get(kind)).as("%s", kind).hasSizeGreaterThan(9);
            assertThat(same.get(kind))
                    .as("%s, of %d", kind, made.get(kind).size())
                    .hasSizeLessThanOrEqualTo(made.get(kind).size() / 50);
        }
    }

    private static Set<String> sentences() throws IOException {
        Set<String> sentences = new LinkedHashSet<>();
        for (String story : STORIES) {
            try (InputStream in = PerturbedSentencesTest.class.getResourceAsStream("/stories/" + story + ".json")) {
                for (JsonNode claim : new ObjectMapper().readTree(in).path("claims")) {
                    if (claim.path("content").asText().split(" ", -1).length > 5) {
                        sentences.add(claim.path("content").asText());
                    }
                }
            }
        }
        for (String template : TEMPLATES) {
            PLACES.forEach(place -> sentences.add(String.format(template, place)));
        }
        return sentences;
    }
}
