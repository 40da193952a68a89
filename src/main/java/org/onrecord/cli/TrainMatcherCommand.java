package org.onrecord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Mention;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Span;
import org.onrecord.claim.Stance;
import org.onrecord.statement.MatcherTrainer;
import org.onrecord.statement.SentenceSketcher;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.WordCounter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord train-matcher}: learns the matcher's weights, or counts how much words tell. */
@Command(
        name = "train-matcher",
        mixinStandardHelpOptions = true,
        description = "Learn the matcher's weights from pairs and stories, or count the words of news.")
final class TrainMatcherCommand implements Callable<Integer> {
    private static final String CARD = "# Weights of the matcher; docs/matcher.md is their model card.";

    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON lines with a, b (strings, or objects with a text) and label (1: the same, 0: not).")
    private List<Path> pairs = List.of();

    @Option(
            names = "--stories",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Stories: JSON with articles, claims and facts.")
    private List<Path> stories = List.of();

    @Option(
            names = "--count",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Articles, JSON lines with a body or text: count their words instead of learning.")
    private List<Path> news = List.of();

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (news.isEmpty() == (pairs.isEmpty() && stories.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "Give --pairs and --stories, or --count");
        }
        if (news.isEmpty()) {
            learn();
        } else {
            count();
        }
        return 0;
    }

    private void count() throws IOException {
        WordCounter counter = new WordCounter();
        for (Path file : news) {
            each(
                    file,
                    article -> counter.add(text(article, "headline", "title") + '\n' + text(article, "body", "text")));
        }
        try (PrintWriter out = writer()) {
            out.println(
                    "# How much a stem tells: ten times the natural logarithm of one over the share of sentences that");
            out.println(
                    "# have it, and whether it is an everyday word (mostly in lower case). docs/matcher.md has the origin.");
            counter.write(out);
        }
    }

    private void learn() throws IOException {
        SentenceSketcher sketcher = new SentenceSketcher();
        MatcherTrainer trainer = new MatcherTrainer(sketcher);
        for (Path file : pairs) {
            each(file, pair -> {
                boolean sure = pair.path("label").isInt()
                        && !pair.path("kind").asText().contains("noisy");
                if (sure) {
                    trainer.pair(
                            sentence(pair.path("a")),
                            sentence(pair.path("b")),
                            pair.path("label").asInt() == 1);
                }
            });
        }
        for (Path file : stories) {
            story(json.readTree(Files.readString(file)), file.toString(), sketcher, trainer);
        }
        int changed = trainer.change();
        PrintWriter report = spec.commandLine().getOut();
        report.println(trainer.size() + " pairs, " + changed + " of them made by changing a sentence");
        for (Path file : stories) {
            report.printf(
                    "left out: %s, average precision %.3f%n", file.getFileName(), trainer.leaveOut(file.toString()));
        }
        report.flush();
        try (PrintWriter out = writer()) {
            out.println(CARD);
            trainer.write(out);
        }
    }

    private record Told(Sketch sketch, String fact) {}

    /** Every two claims; those of facts that contradict each other teach nothing, since rules tell them apart. */
    private void story(JsonNode story, String name, SentenceSketcher sketcher, MatcherTrainer trainer) {
        Map<String, String> facts = new HashMap<>();
        Set<String> rivals = new HashSet<>();
        for (JsonNode fact : story.path("facts")) {
            fact.path("claims").forEach(claim -> facts.put(claim.asText(), id(fact)));
            fact.path("contradicts").forEach(other -> {
                rivals.add(id(fact) + ' ' + other.asText());
                rivals.add(other.asText() + ' ' + id(fact));
            });
        }
        List<Told> told = new ArrayList<>();
        for (JsonNode claim : story.path("claims")) {
            if (facts.containsKey(id(claim))) {
                Article article = article(
                        story.path("articles").path(claim.path("version").asInt()));
                Sketch sketch = sketcher.sketch(claim(claim), article, article.updatedAt())
                        .sketch();
                told.add(new Told(sketch, facts.get(id(claim))));
            }
        }
        for (int i = 0; i < told.size(); i++) {
            for (int j = i + 1; j < told.size(); j++) {
                Told a = told.get(i);
                Told b = told.get(j);
                if (!rivals.contains(a.fact() + ' ' + b.fact())) {
                    trainer.claims(name, a.sketch(), b.sketch(), a.fact().equals(b.fact()));
                }
            }
        }
    }

    private static String id(JsonNode node) {
        return node.path("id").asText();
    }

    private static Article article(JsonNode node) {
        Instant published = Instant.parse(node.path("publishedAt").asText());
        return new Article(
                id(node),
                node.path("outlet").asText(),
                Optional.empty(),
                node.path("headline").asText(),
                published,
                Instant.parse(node.path("updatedAt").asText(published.toString())),
                node.path("body").asText());
    }

    private static Claim claim(JsonNode node) {
        List<String> parts = new ArrayList<>();
        node.path("contentParts").forEach(part -> parts.add(part.asText()));
        String content = parts.isEmpty() ? node.path("content").asText() : String.join(" ", parts);
        return new Claim(
                ClaimKind.OWN_VOICE,
                Mention.of(content, List.of(new Span(0, content.length()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Stance.ASSERTS,
                Modality.FACT,
                content,
                1);
    }

    private static String sentence(JsonNode side) {
        return side.isTextual() ? side.asText() : side.path("text").asText();
    }

    private static String text(JsonNode node, String field, String otherwise) {
        return node.path(field).asText(node.path(otherwise).asText());
    }

    private interface Line {
        void take(JsonNode line);
    }

    private void each(Path file, Line line) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                if (!text.isBlank()) {
                    line.take(json.readTree(text));
                }
            }
        }
    }

    private PrintWriter writer() throws IOException {
        return new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8));
    }
}
