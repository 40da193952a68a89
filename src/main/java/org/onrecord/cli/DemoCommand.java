package org.onrecord.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.avro.Fact;
import org.onrecord.interchange.ArticleLine;
import org.onrecord.interchange.ArticleLines;
import org.onrecord.local.LocalMode;
import org.onrecord.stream.PipelineConfig;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.AvroSerde;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code onrecord demo}: the main job, with a broker and a registry of its own and a few bundled articles. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a broker, a registry and the pipeline on this machine's loopback, sends a few bundled articles and "
                    + "shows the facts as they appear.",
            "Then stays up, for `produce`, `facts` and `lag` from another terminal, until it is interrupted."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Somebody who tries an old article of their own should see facts, not a refusal. */
    private static final Duration GRACE = Duration.ofDays(36_500);

    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "End after the table of facts.")
    private boolean exit;

    @Option(
            names = "--services-only",
            description = "Only the broker and the registry, empty, for a pipeline that you `run` yourself.")
    private boolean servicesOnly;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "0", description = "By default a free one.")
    private int kafkaPort;

    @Option(names = "--registry-port", paramLabel = "PORT", defaultValue = "0", description = "By default a free one.")
    private int registryPort;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Keep data there; by default it goes at the end.")
    private Optional<Path> dataDir = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (servicesOnly) {
            return services(out);
        }
        List<ArticleLine> articles = articles();
        List<String> outlets =
                articles.stream().map(ArticleRecords::outlet).distinct().toList();
        out.println("Starting a broker, a registry and the pipeline ...");
        out.flush();
        try (LocalPipeline local = LocalPipeline.start(
                new LocalMode.Options(kafkaPort, registryPort, dataDir),
                1,
                outlets,
                Map.of(PipelineConfig.GRACE, Long.toString(GRACE.toMillis())))) {
            addresses(out, local.bootstrapServers(), local.registryUrl());
            play(articles, local, out);
            out.println("The facts that stand now:");
            out.println();
            FactTable.print(facts(local), out);
            if (!exit) {
                invite(local, out);
                Thread.currentThread().join();
            }
        }
        return 0;
    }

    private Integer services(PrintWriter out) throws InterruptedException {
        try (LocalMode local = LocalMode.start(new LocalMode.Options(kafkaPort, registryPort, dataDir))) {
            addresses(out, local.bootstrapServers(), local.registryUrl());
            out.println("Ctrl-C ends them.");
            out.flush();
            Thread.currentThread().join();
        }
        return 0;
    }

    private static void addresses(PrintWriter out, String kafka, String registry) {
        out.printf("Kafka      %s%nRegistry   %s%n%n", kafka, registry);
        out.flush();
    }

    private void play(List<ArticleLine> articles, LocalPipeline local, PrintWriter out) {
        Map<String, Fact> before = Map.of();
        for (ArticleLine line : articles) {
            out.printf(
                    "%s  %s  %s%n",
                    line.at(),
                    ArticleRecords.outlet(line),
                    line.article()
                            .map(article -> '"'
                                    + article.headline()
                                    + '"'
                                    + (article.updatedAt().isAfter(article.publishedAt()) ? " (corrected)" : ""))
                            .orElse("withdraws " + line.id()));
            local.send(line);
            local.drain(PATIENCE);
            Map<String, Fact> now = standing(local);
            changes(before, now, out);
            before = now;
        }
        out.println();
        out.flush();
    }

    private static void changes(Map<String, Fact> before, Map<String, Fact> now, PrintWriter out) {
        now.forEach((id, fact) -> {
            if (!before.containsKey(id)) {
                out.printf("    new      %s%n", fact.getStatement());
            } else if (!fact.equals(before.get(id))) {
                out.printf("    changed  %s: %s%n", fact.getStatus(), fact.getStatement());
            }
        });
        before.forEach((id, fact) -> {
            if (!now.containsKey(id)) {
                out.printf("    gone     %s%n", fact.getStatement());
            }
        });
        out.flush();
    }

    private static Map<String, Fact> standing(LocalPipeline local) {
        return local.latest(
                Topics.FACTS, AvroSerde.of(Fact.class, local.registry()).deserializer());
    }

    private static Collection<Fact> facts(LocalPipeline local) {
        return standing(local).values();
    }

    private static void invite(LocalPipeline local, PrintWriter out) {
        String where = "--bootstrap-server " + local.bootstrapServers() + " --schema-registry " + local.registryUrl();
        out.printf("%nStill running. From another terminal:%n%n");
        out.printf("  ./onrecord produce FILE.txt --outlet my-paper %s%n", where);
        out.printf("  ./onrecord facts --follow %s%n", where);
        out.printf("  ./onrecord lag --bootstrap-server %s%n%n", local.bootstrapServers());
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    private static List<ArticleLine> articles() throws IOException {
        ArticleLines reader = new ArticleLines();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                DemoCommand.class.getResourceAsStream("/demo/articles.jsonl"), StandardCharsets.UTF_8))) {
            return in.lines().map(reader::read).toList();
        }
    }
}
