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
import java.util.stream.Collectors;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;
import org.onrecord.claim.ClaimExtractor;
import org.onrecord.claim.Granularity;
import org.onrecord.claim.TaggedClaimExtractor;
import org.onrecord.interchange.ArticleLines;
import org.onrecord.interchange.UnusableLineException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord extract}: who said what in articles on disk. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the claims of articles, or the articles with their claims marked.",
            "A FILE ending in .jsonl or .json has one article a line, with id, outlet, headline, publishedAt and body; "
                    + "any other is one article in plain text whose first line is its headline."
        })
public final class ExtractCommand implements Callable<Integer> {
    enum Format {
        table,
        jsonl,
        text,
        html
    }

    enum Colour {
        auto,
        always,
        never
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Articles.")
    private List<Path> files;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}. "
                    + "text and html show the articles with sources, cues and contents marked.",
            defaultValue = "table")
    private Format format;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colours in text: ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}: "
                    + "at a terminal, unless NO_COLOR is set.",
            defaultValue = "auto")
    private Colour colour;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Columns of text; by default the terminal's.")
    private Optional<Integer> width;

    @Option(
            names = "--granularity",
            description =
                    "${COMPLETION-CANDIDATES}: one claim an attribution, as people mark them, or one a proposition,"
                            + " as the pipeline matches them; by default ${DEFAULT-VALUE}.",
            defaultValue = "ATTRIBUTION")
    private Granularity granularity;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write instead of standard output.")
    private Optional<Path> output;

    @Option(
            names = "--outlet",
            paramLabel = "ID",
            description = "Outlet of plain text; by default ${DEFAULT-VALUE}.",
            defaultValue = "local")
    private String outlet;

    @Option(
            names = "--outlets",
            paramLabel = "FILE",
            description = "Outlets and agencies beside those that are shipped, as onrecord.outlets.file.")
    private Optional<Path> outlets;

    private final ArticleLines articleLines = new ArticleLines();

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new ParameterException(
                        spec.commandLine(), file + " cannot be read; check the path and its permissions");
            }
        }
        if (output.isEmpty()) {
            PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
            extractAll(sheet(out));
            out.flush();
        } else {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(output.get()))) {
                extractAll(sheet(out));
            }
        }
        return 0;
    }

    private ClaimSheet sheet(PrintWriter out) {
        return switch (format) {
            case table -> ClaimSheet.table(out);
            case jsonl -> ClaimSheet.lines(out);
            case text -> ClaimSheet.text(out, columns(), isColoured());
            case html -> ClaimSheet.page(out, title());
        };
    }

    private int columns() {
        int columns =
                width.orElseGet(() -> new UsageMessageSpec().autoWidth(true).width());
        if (columns < 20) {
            throw new ParameterException(spec.commandLine(), "--width " + columns + " is too narrow; give 20 or more");
        }
        return columns;
    }

    private boolean isColoured() {
        return switch (colour) {
            case always -> true;
            case never -> false;
            case auto -> output.isEmpty() && Ansi.AUTO.enabled();
        };
    }

    private String title() {
        return "Who said what: "
                + files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }

    private void extractAll(ClaimSheet sheet) throws IOException {
        ClaimExtractor extractor = new TaggedClaimExtractor(known(), granularity);
        sheet.begin();
        for (Path file : files) {
            try {
                if (file.toString().endsWith(".jsonl") || file.toString().endsWith(".json")) {
                    extractLines(file, extractor, sheet);
                } else {
                    Article article = plainText(file);
                    sheet.write(article, extractor.extract(article));
                }
            } catch (CharacterCodingException e) {
                throw new ParameterException(spec.commandLine(), file + " is not UTF-8; convert it first", e);
            }
        }
        sheet.end();
    }

    private Outlets known() {
        try {
            return outlets.map(Outlets::load).orElseGet(Outlets::load);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void extractLines(Path file, ClaimExtractor extractor, ClaimSheet sheet) throws IOException {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    articleLines
                            .read(line)
                            .article()
                            .ifPresent(article -> sheet.write(article, extractor.extract(article)));
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
}
