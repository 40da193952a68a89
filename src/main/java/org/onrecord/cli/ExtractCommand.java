package org.onrecord.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimExtractor;
import org.onrecord.claim.RuleClaimExtractor;
import org.onrecord.interchange.ArticleLines;
import org.onrecord.interchange.ClaimLines;
import org.onrecord.interchange.UnusableLineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord extract}: who said what in articles on disk. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the claims of articles.",
            "A FILE ending in .jsonl or .json has one article a line, with id, outlet, headline, publishedAt and body; "
                    + "any other is one article in plain text whose first line is its headline."
        })
public final class ExtractCommand implements Callable<Integer> {
    enum Format {
        table,
        jsonl
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Articles.")
    private List<Path> files;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.",
            defaultValue = "table")
    private Format format;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write instead of standard output.")
    private Optional<Path> output;

    @Option(
            names = "--outlet",
            paramLabel = "ID",
            description = "Outlet of plain text; by default ${DEFAULT-VALUE}.",
            defaultValue = "local")
    private String outlet;

    private final ArticleLines articleLines = new ArticleLines();
    private final ClaimLines claimLines = new ClaimLines();

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new ParameterException(
                        spec.commandLine(), file + " cannot be read; check the path and its permissions");
            }
        }
        ClaimExtractor extractor = new RuleClaimExtractor(Outlets.load());
        if (output.isEmpty()) {
            PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
            extractAll(extractor, out);
            out.flush();
        } else {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(output.get()))) {
                extractAll(extractor, out);
            }
        }
        return 0;
    }

    private void extractAll(ClaimExtractor extractor, PrintWriter out) throws IOException {
        for (Path file : files) {
            try {
                if (file.toString().endsWith(".jsonl") || file.toString().endsWith(".json")) {
                    extractLines(file, extractor, out);
                } else {
                    write(plainText(file), extractor, out);
                }
            } catch (CharacterCodingException e) {
                throw new ParameterException(spec.commandLine(), file + " is not UTF-8; convert it first", e);
            }
        }
    }

    private void extractLines(Path file, ClaimExtractor extractor, PrintWriter out) throws IOException {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    articleLines.read(line).article().ifPresent(article -> write(article, extractor, out));
                }
            }
        } catch (UnusableLineException e) {
            throw new ParameterException(
                    spec.commandLine(), "line " + number + " of " + file + " " + e.getMessage(), e);
        }
    }

    private Article plainText(Path file) throws IOException {
        String body = Files.readString(file);
        String headline = body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        return new Article(file.getFileName().toString(), outlet, Optional.empty(), headline, modified, modified, body);
    }

    private void write(Article article, ClaimExtractor extractor, PrintWriter out) {
        int number = 0;
        for (Claim claim : extractor.extract(article)) {
            number++;
            out.println(
                    switch (format) {
                        case table -> row(claim);
                        case jsonl ->
                            claimLines.write(
                                    article.id() + "#" + number,
                                    article.id(),
                                    article.outlet(),
                                    claim,
                                    Optional.empty(),
                                    article.publishedAt());
                    });
        }
    }

    private static String row(Claim claim) {
        return "%-9s %-7s %-8s %-32s %s"
                .formatted(
                        claim.kind(),
                        claim.stance(),
                        claim.modality(),
                        claim.source().map(source -> source.resolved()).orElse("-")
                                + claim.via().map(via -> " via " + via).orElse(""),
                        claim.content().text().replaceAll("\\s+", " "));
    }
}
