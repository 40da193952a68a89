package org.onrecord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code docs/facts.md} shows is what happens. */
class FactsDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```fact\n(.*?)```");

    @TestFactory
    Stream<DynamicTest> everyExampleHolds() throws IOException {
        return examples().stream().map(example -> DynamicTest.dynamicTest(example.text(), () -> holds(example)));
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(30);
    }

    private static List<Scenario> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("docs", "facts.md")))
                .results()
                .map(found -> Scenario.read(found.group(1)))
                .toList();
    }

    private static void holds(Scenario example) {
        Fact fact =
                new FactBuilder(Families.NONE).build("s1", example.members()).orElseThrow();
        for (String expected : example.expected()) {
            String[] words = expected.split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "REPORTED", "CORROBORATED", "DISPUTED" ->
                    assertThat(fact.status().name()).isEqualTo(expected);
                case "FACT", "PLAN", "POSSIBLE" ->
                    assertThat(fact.modality().name()).isEqualTo(expected);
                case "origins" -> assertThat(fact.origins()).isEqualTo(list(rest));
                case "carriers" -> assertThat(fact.carriers()).isEqualTo(list(rest));
                case "denied" -> assertThat(fact.deniedBy()).isEqualTo(list(rest.replace("by ", "")));
                case "value" -> assertThat(fact.value()).contains(rest);
                case "earlier" ->
                    assertThat(values(fact, ValueStanding.EARLIER)).isEqualTo(list(rest));
                case "rivals" -> assertThat(values(fact, ValueStanding.RIVAL)).isEqualTo(list(rest));
                case "confidence" -> assertThat(fact.confidence()).isEqualTo(Double.parseDouble(rest));
                default -> throw new IllegalArgumentException("no fact says: " + expected);
            }
        }
    }

    private static List<String> values(Fact fact, ValueStanding standing) {
        return fact.values().stream()
                .filter(value -> value.standing() == standing)
                .map(FactValue::value)
                .sorted()
                .toList();
    }

    private static List<String> list(String words) {
        return words.equals("none")
                ? List.of()
                : Arrays.stream(words.split(",", -1)).map(String::strip).toList();
    }
}
