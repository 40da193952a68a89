package org.onrecord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.SentenceSketcher;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.SketchMatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord compare}: how two sentences, or many pairs of a file, stand to each other. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compare two sentences, or the pairs of a file: SAME, VALUE, OPPOSITE or NONE.")
final class CompareCommand implements Callable<Integer> {
    private final SentenceSketcher sketcher = new SentenceSketcher();
    private final SketchMatcher matcher = new SketchMatcher();
    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..2", paramLabel = "SENTENCE", description = "The two sentences to compare.")
    private List<String> sentences = List.of();

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "JSON lines with id, a and b (strings, or objects with a text).")
    private Path pairs;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write id, relation and score (0 to 1); default: standard output.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if ((pairs == null) == sentences.isEmpty() || sentences.size() == 1) {
            throw new ParameterException(spec.commandLine(), "Give two sentences, or --pairs FILE");
        }
        if (pairs == null) {
            table(sketcher.sketch(sentences.get(0)), sketcher.sketch(sentences.get(1)));
            return 0;
        }
        if (output == null) {
            answerAll(spec.commandLine().getOut());
        } else {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(output))) {
                answerAll(out);
            }
        }
        return 0;
    }

    private void answerAll(PrintWriter out) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(pairs)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    out.println(answer(json.readTree(line)));
                }
            }
        }
        out.flush();
    }

    private ObjectNode answer(JsonNode pair) {
        Comparison comparison = matcher.compare(sketch(pair.path("a")), sketch(pair.path("b")));
        ObjectNode answer = json.createObjectNode();
        answer.set("id", pair.path("id"));
        answer.put("relation", comparison.relation().name());
        answer.put("score", comparison.score() / 10_000.0);
        return answer;
    }

    private Sketch sketch(JsonNode side) {
        return sketcher.sketch(
                side.isTextual() ? side.asText() : side.path("text").asText());
    }

    private void table(Sketch a, Sketch b) {
        Comparison comparison = matcher.compare(a, b);
        PrintWriter out = spec.commandLine().getOut();
        row(out, "relation", comparison.relation());
        row(out, "score", comparison.score() / 10_000.0);
        row(
                out,
                "links",
                comparison.relation() != org.onrecord.statement.Relation.NONE
                                && comparison.score() >= matcher.linkThreshold()
                        ? "yes"
                        : "no");
        row(out, "meaning", a.embedding().cosine(b.embedding()) / 1000.0);
        row(out, "words", a.lemmas() + " / " + b.lemmas());
        row(out, "names", a.names() + " / " + b.names());
        row(out, "dates", a.dates() + " / " + b.dates());
        row(out, "negated", a.negated() + " / " + b.negated());
        for (Comparison.Slot slot : comparison.slots()) {
            row(
                    out,
                    slot.agree() ? "agrees" : "differs",
                    a.quantities().get(slot.a()).value() + " "
                            + a.quantities().get(slot.a()).unit() + " / "
                            + b.quantities().get(slot.b()).value() + " "
                            + b.quantities().get(slot.b()).unit());
        }
        out.flush();
    }

    private static void row(PrintWriter out, String name, Object value) {
        out.println(name + " ".repeat(10 - name.length()) + value);
    }
}
