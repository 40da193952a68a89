package org.onrecord.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.article.Outlets;
import org.onrecord.claim.ClaimExtractor;
import org.onrecord.claim.Granularity;
import org.onrecord.claim.TaggedClaimExtractor;
import org.onrecord.cli.TaughtStory.Told;
import org.onrecord.statement.MatcherTrainer;
import org.onrecord.statement.SentenceEncoder;
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

    @Option(
            names = "--wordings",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Stories that the encoder learns from too: lists of facts, each in several wordings "
                    + "(src/train/wordings), or like --stories.")
    private List<Path> wordings = List.of();

    @Option(
            names = "--unseen",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Stories that nothing is learned from: the average precision on each is printed.")
    private List<Path> unseen = List.of();

    @Option(
            names = "--encoders",
            arity = "2",
            paramLabel = "FILE",
            description = "Two encoders of sentence_encoder.py, each trained on one half of --pairs and --wordings: "
                    + "either half is then read by the encoder that has not seen it.")
    private List<Path> encoders = List.of();

    @Option(
            names = "--sentences",
            description = "Write what sentence_encoder.py learns from (--pairs, --wordings) instead of learning.")
    private boolean sentences;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (news.isEmpty() == (pairs.isEmpty() && stories.isEmpty() && wordings.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "Give --pairs, --stories and --wordings, or --count");
        }
        if (!news.isEmpty()) {
            count();
        } else if (sentences) {
            writeSentences();
        } else {
            learn();
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
        List<SentenceSketcher> halves = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            SentenceEncoder encoder =
                    encoders.isEmpty() ? SentenceEncoder.shared() : SentenceEncoder.read(encoders.get(1 - half));
            halves.add(new SentenceSketcher(encoder, SentenceSketcher.DEFAULT_HORIZON));
        }
        MatcherTrainer trainer = new MatcherTrainer();
        ClaimExtractor extractor = new TaggedClaimExtractor(Outlets.load(), Granularity.PROPOSITION);
        eachPair((group, a, b, same) -> trainer.pair(halves.get(half(group)), a, b, same));
        for (Path file : wordings) {
            teach(file, extractor, halves.get(half(file.getFileName().toString())), trainer::claims);
        }
        SentenceSketcher shipped = new SentenceSketcher();
        for (Path file : stories) {
            teach(file, extractor, shipped, trainer::claims);
        }
        for (Path file : unseen) {
            teach(TaughtStory.extracted(file, extractor), shipped, trainer::withheld);
        }
        int changed = trainer.change();
        PrintWriter report = spec.commandLine().getOut();
        report.println(trainer.size() + " pairs, " + changed + " of them made by changing a sentence");
        boolean more = stories.size() + wordings.size() + pairs.size() > 1;
        for (Path file : more ? stories : List.<Path>of()) {
            report.printf(
                    "left out: %s, average precision %.3f%n", file.getFileName(), trainer.leaveOut(file.toString()));
        }
        trainer.onWithheld()
                .forEach((story, precision) -> report.printf("unseen: %s, average precision %.3f%n", story, precision));
        report.flush();
        try (PrintWriter out = writer()) {
            out.println(CARD);
            trainer.write(out);
        }
    }

    private interface Learner {
        void take(String story, Sketch a, Sketch b, boolean same);
    }

    /** Claims as they were annotated, and of whole articles also as the pipeline finds them. */
    private static void teach(Path file, ClaimExtractor extractor, SentenceSketcher sketcher, Learner learner)
            throws IOException {
        teach(TaughtStory.read(file), sketcher, learner);
        if (TaughtStory.hasArticles(file)) {
            teach(TaughtStory.extracted(file, extractor), sketcher, learner);
        }
    }

    private static void teach(TaughtStory story, SentenceSketcher sketcher, Learner learner) {
        List<Sketch> sketches = story.told().stream()
                .map(told -> sketcher.sketch(
                                told.claim(), told.article(), told.article().updatedAt())
                        .sketch())
                .toList();
        for (int i = 0; i < sketches.size(); i++) {
            for (int j = i + 1; j < sketches.size(); j++) {
                Told a = story.told().get(i);
                Told b = story.told().get(j);
                if (!story.rival(a, b)) {
                    learner.take(story.name(), sketches.get(i), sketches.get(j), a.tellsTheSame(b));
                }
            }
        }
    }

    /** Pairs of one topic, and wordings of one story, are in one half. */
    private static int half(String group) {
        return Math.floorMod(group.hashCode(), 2);
    }

    private void writeSentences() throws IOException {
        try (PrintWriter out = writer()) {
            eachPair((group, a, b, same) -> out.println(line(group)
                    .put("a", SentenceSketcher.normalised(a))
                    .put("b", SentenceSketcher.normalised(b))
                    .put("same", same)));
            for (Path file : wordings) {
                TaughtStory story = TaughtStory.read(file);
                for (Told told : story.told()) {
                    out.println(line(file.getFileName().toString())
                            .put("fact", told.facts().iterator().next())
                            .put(
                                    "text",
                                    SentenceSketcher.normalised(told.claim().proposition()))
                            .put("alone", told.alone()));
                }
            }
        }
    }

    private ObjectNode line(String group) {
        return json.createObjectNode().put("group", group).put("half", half(group));
    }

    private interface PairReader {
        void take(String group, String a, String b, boolean same);
    }

    private void eachPair(PairReader reader) throws IOException {
        for (Path file : pairs) {
            each(file, pair -> {
                boolean sure = pair.path("label").isInt()
                        && !pair.path("kind").asText().contains("noisy");
                if (sure) {
                    reader.take(
                            "topic " + pair.path("topic").asText(),
                            sentence(pair.path("a")),
                            sentence(pair.path("b")),
                            pair.path("label").asInt() == 1);
                }
            });
        }
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
