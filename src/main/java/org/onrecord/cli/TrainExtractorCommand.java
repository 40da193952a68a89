package org.onrecord.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.claim.ExtractorTrainer;
import org.onrecord.claim.GoldArticle;
import org.onrecord.claim.tagger.AttributionTagger;
import org.onrecord.claim.tagger.LabelledPassage;
import org.onrecord.interchange.GoldArticleLines;
import org.onrecord.interchange.LabelledPassageLines;
import org.onrecord.interchange.UnusableLineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord train-extractor}: the weights by which claims are extracted, from articles that people marked. */
@Command(
        name = "train-extractor",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the weights that find who says what, on articles in which people have marked it.",
            "The same articles and seed give the same file. Takes minutes and 4 GB of memory for a thousand articles;"
                    + " put the file over src/main/resources/org/onrecord/claim/tagger/attribution-tagger.bin to ship it."
        })
final class TrainExtractorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--corpus",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "JSON lines with id, text and attributions (source, cue and content as lists of [start, end)).")
    private List<Path> corpus;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write the weights.")
    private Path output;

    @Option(
            names = "--passages",
            paramLabel = "FILE",
            description = "Where to write what is trained on, a passage a line, for src/train/word_encoder.py.")
    private Path passages;

    @Option(names = "--seed", description = "Of the order and of what is left out; by default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (output == null && passages == null) {
            throw new ParameterException(spec.commandLine(), "give --output, --passages or both");
        }
        List<GoldArticle> articles = new ArrayList<>();
        for (Path file : corpus) {
            read(file, articles);
        }
        err.println(articles.size() + " articles");
        ExtractorTrainer trainer = new ExtractorTrainer(seed, line -> {
            err.println(line);
            err.flush();
        });
        if (passages != null) {
            writePassages(trainer.passages(articles));
        }
        if (output != null) {
            writeWeights(trainer, articles, err);
        }
        return 0;
    }

    private void writePassages(List<LabelledPassage> corpus) throws IOException {
        LabelledPassageLines lines = new LabelledPassageLines();
        try (BufferedWriter out = Files.newBufferedWriter(passages)) {
            for (LabelledPassage labelled : corpus) {
                out.write(lines.write(labelled));
                out.write('\n');
            }
        }
    }

    private void writeWeights(ExtractorTrainer trainer, List<GoldArticle> articles, PrintWriter err)
            throws IOException {
        AttributionTagger tagger;
        try {
            tagger = trainer.train(articles);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + "; give more of them", e);
        }
        try (OutputStream out = Files.newOutputStream(output)) {
            tagger.write(out);
        }
        err.println("wrote " + output + ", " + Files.size(output) / 1024 + " KiB");
        err.flush();
    }

    private void read(Path file, List<GoldArticle> articles) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " cannot be read; check the path and its permissions");
        }
        GoldArticleLines lines = new GoldArticleLines();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    articles.add(lines.read(line));
                }
            }
        } catch (UnusableLineException e) {
            throw new ParameterException(
                    spec.commandLine(), "line " + number + " of " + file + " " + e.getMessage(), e);
        }
    }
}
