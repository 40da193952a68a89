package org.onrecord.claim;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.ToIntFunction;
import org.onrecord.article.Article;
import org.onrecord.article.Outlets;

/**
 * Sentences a second and core from articles to claims, beside Stanford CoreNLP on the same articles in the same run.
 * The work is fixed; all run on this one thread, and take turns. Core seconds are the thread's own, so that a busy machine
 * and the collector, which CoreNLP's models keep busy in a small heap, count against nobody. The sentences are CoreNLP's
 * for all.
 *
 * <p>CoreNLP runs twice: with coreference, without which its {@code quote} refuses to say who speaks, and with speakers
 * left out.
 */
public final class ExtractionSpeed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int ROUNDS = 3;

    /** One round of ours would be over before the clock has moved much. */
    private static final int OUR_PASSES = 20;

    private static final int ARTICLES = 12;

    /** Sentences. */
    private record Speed(double aCoreSecond, double aSecond) {}

    private record Contender(String name, int passes, ToIntFunction<Article> work, List<Speed> rounds) {
        Contender(String name, int passes, ToIntFunction<Article> work) {
            this(name, passes, work, new ArrayList<>());
        }

        double median() {
            return rounds.stream().mapToDouble(Speed::aCoreSecond).sorted().toArray()[rounds.size() / 2];
        }
    }

    private ExtractionSpeed() {}

    /** Arguments: a folder of JSON Lines, and how many of its articles; none for the articles of the demo. */
    public static void main(String[] args) throws IOException {
        boolean bundled = args.length == 0 || args[0].isBlank();
        int count = args.length > 1 ? Integer.parseInt(args[1]) : ARTICLES;
        List<Article> articles = bundled ? NewsSample.bundled() : NewsSample.of(Path.of(args[0]), count);
        if (articles.isEmpty()) {
            System.err.println("No articles in " + args[0] + ": it wants *.jsonl with a body or text a line.");
            System.exit(2);
        }
        if (StanfordCoreNLP.class.getResource("/edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger")
                == null) {
            System.err.println("CoreNLP's models are missing: run Maven with -Pbench,corenlp.");
            System.exit(2);
        }
        RedwoodConfiguration.current().clear().apply();
        compare(articles);
    }

    private static void compare(List<Article> articles) {
        ClaimExtractor extractor = new TaggedClaimExtractor(Outlets.load(), Granularity.PROPOSITION);
        StanfordCoreNLP finds = coreNlp("tokenize,pos,lemma,depparse,ner,quote", false);
        StanfordCoreNLP attributes = coreNlp("tokenize,pos,lemma,depparse,ner,coref,quote", true);
        List<Contender> contenders = List.of(
                new Contender("onrecord", OUR_PASSES, article -> extractor
                        .extract(article)
                        .size()),
                new Contender("corenlp", 1, article -> sentences(attributes, article)),
                new Contender("corenlp_without_speakers", 1, article -> sentences(finds, article)));

        int sentences =
                articles.stream().mapToInt(article -> sentences(finds, article)).sum();
        System.out.printf("articles %d%nsentences %d%n", articles.size(), sentences);
        contenders.forEach(contender -> measure(contender, articles, sentences));
        for (int round = 0; round < ROUNDS; round++) {
            contenders.forEach(contender -> contender.rounds().add(measure(contender, articles, sentences)));
        }
        contenders.forEach(ExtractionSpeed::print);
        double ours = contenders.get(0).median();
        contenders.stream()
                .skip(1)
                .forEach(other -> System.out.printf("ratio.%s %.1f%n", other.name(), ours / other.median()));
    }

    private static StanfordCoreNLP coreNlp(String annotators, boolean attributing) {
        Properties properties = new Properties();
        properties.setProperty("annotators", annotators);
        properties.setProperty("quote.attributeQuotes", Boolean.toString(attributing));
        properties.setProperty("threads", "1");
        return new StanfordCoreNLP(properties);
    }

    private static int sentences(StanfordCoreNLP coreNlp, Article article) {
        CoreDocument document = new CoreDocument(article.body());
        coreNlp.annotate(document);
        return document.annotation()
                .get(CoreAnnotations.SentencesAnnotation.class)
                .size();
    }

    private static Speed measure(Contender contender, List<Article> articles, int sentences) {
        // What the one before left behind is not to be swept up on this one's account.
        System.gc();
        long core = THREADS.getCurrentThreadCpuTime();
        long clock = System.nanoTime();
        int found = 0;
        for (int pass = 0; pass < contender.passes(); pass++) {
            found += articles.stream().mapToInt(contender.work()).sum();
        }
        double seconds = (System.nanoTime() - clock) / 1e9;
        double coreSeconds = (THREADS.getCurrentThreadCpuTime() - core) / 1e9;
        if (found == 0) {
            throw new IllegalStateException(contender.name() + " found nothing, so nothing was measured");
        }
        double done = (double) contender.passes() * sentences;
        return new Speed(done / coreSeconds, done / seconds);
    }

    private static void print(Contender contender) {
        for (Speed round : contender.rounds()) {
            System.out.printf(
                    "%s.round %.1f a core second, %.1f a second%n",
                    contender.name(), round.aCoreSecond(), round.aSecond());
        }
        System.out.printf("%s.sentences_a_second_and_core %.1f%n", contender.name(), contender.median());
    }
}
