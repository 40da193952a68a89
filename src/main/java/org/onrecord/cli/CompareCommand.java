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
import org.onrecord.statement.Explanation;
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
    private static final int CELL = 60;

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

    @Option(names = "--json", description = "Print the answer on two sentences as JSON.")
    private boolean asJson;

    @Override
    public Integer call() throws IOException {
        if ((pairs == null) == sentences.isEmpty() || sentences.size() == 1) {
            throw new ParameterException(spec.commandLine(), "Give two sentences, or --pairs FILE");
        }
        if (pairs == null) {
            explain(sketcher.sketch(sentences.get(0)), sketcher.sketch(sentences.get(1)));
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
        Comparison comparison = matcher.judge(sketch(pair.path("a")), sketch(pair.path("b")));
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

    private void explain(Sketch a, Sketch b) throws IOException {
        Explanation why = matcher.explain(a, b);
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(tree(why));
        } else {
            table(out, why);
        }
        out.flush();
    }

    private static void table(PrintWriter out, Explanation why) {
        Table table = new Table(CELL, "", "FINDING", "FIRST", "SECOND");
        table.row("relation", why.comparison().relation(), "", "");
        table.row("score", why.comparison().score() / 10_000.0, "", "");
        table.row("links", why.links() ? "yes" : "no", "", "");
        for (Explanation.Aspect aspect : why.aspects()) {
            table.row(aspect.name(), aspect.finding(), aspect.a(), aspect.b());
        }
        table.print(out);
        out.println("because   " + why.verdict());
    }

    private ObjectNode tree(Explanation why) {
        ObjectNode tree = json.createObjectNode();
        tree.put("relation", why.comparison().relation().name());
        tree.put("score", why.comparison().score() / 10_000.0);
        tree.put("links", why.links());
        tree.put("guard", why.guard().name());
        tree.put("because", why.verdict());
        for (Explanation.Aspect aspect : why.aspects()) {
            ObjectNode one = tree.withArray("aspects").addObject();
            one.put("name", aspect.name());
            one.put("finding", aspect.finding());
            one.put("a", aspect.a());
            one.put("b", aspect.b());
        }
        return tree;
    }
}
