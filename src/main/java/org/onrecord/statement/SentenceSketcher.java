package org.onrecord.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;

/** Sketches by sentence embeddings and by what stands in the sentence. */
public final class SentenceSketcher implements Sketcher {
    /** How long statements wait for their match by default. */
    public static final Duration DEFAULT_HORIZON = Duration.ofDays(14);

    /** With one name and fewer telling words than this, or with no name, content could be of many days or stories. */
    private static final int TELLING = 7;

    private static final int LEAD = 600;
    private static final int TOPIC = 24;

    private final SentenceEncoder encoder;
    private final Duration horizon;

    /** The default: the encoder of this process, {@link #DEFAULT_HORIZON}. */
    public SentenceSketcher() {
        this(SentenceEncoder.shared(), DEFAULT_HORIZON);
    }

    /**
     * A sketcher.
     *
     * @param horizon length of a window
     * @throws IllegalArgumentException if {@code horizon} is shorter than a millisecond
     */
    public SentenceSketcher(SentenceEncoder encoder, Duration horizon) {
        if (horizon.toMillis() < 1) {
            throw new IllegalArgumentException("a horizon takes time: " + horizon);
        }
        this.encoder = Objects.requireNonNull(encoder);
        this.horizon = horizon;
    }

    @Override
    public Statement sketch(Claim claim, Article article, Instant at) {
        LocalDate published = article.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        Content content = Normaliser.read(claim.proposition(), Optional.of(published));
        boolean alone = standsAlone(content.names(), content.lemmas());
        Sketch sketch =
                sketch(content, speaker(claim), alone ? Optional.empty() : Optional.of(context(article, published)));
        long window = Math.floorDiv(at.toEpochMilli(), horizon.toMillis());
        String id = id(claim.proposition(), sketch, window, alone ? "" : article.outlet() + ' ' + article.id());
        return new Statement(id, window, sketch, Blocks.of(sketch));
    }

    /** The sketch of a sentence of which nothing else is known: no context, relative dates left as they are. */
    public Sketch sketch(String sentence) {
        return sketch(Normaliser.read(sentence, Optional.empty()), List.of(), Optional.empty());
    }

    /** What the encoder reads of a sentence of which nothing else is known. */
    public static String normalised(String sentence) {
        return Normaliser.read(sentence, Optional.empty()).text();
    }

    private Sketch sketch(Content content, List<String> speaker, Optional<Sketch.Context> context) {
        return new Sketch(
                content.text(),
                content.quantities(),
                content.dates(),
                content.names(),
                content.lemmas(),
                content.negated(),
                speaker,
                encoder.encode(content.text()),
                context);
    }

    /** "Officials" and "a person" could be anybody, and what they are called tells little. */
    private static List<String> speaker(Claim claim) {
        return claim.source().stream()
                .flatMap(source -> Normaliser.read(source.resolved(), Optional.empty()).lemmas().stream())
                .distinct()
                .filter(Words::isTelling)
                .limit(TOPIC)
                .toList();
    }

    static boolean standsAlone(List<String> named, List<String> lemmas) {
        int names = (int) named.stream().distinct().count();
        return names > 1 || (names == 1 && lemmas.size() >= TELLING);
    }

    Sketch.Context context(Article article, LocalDate published) {
        String body = article.body().strip();
        String lead = body.substring(0, Math.min(LEAD, body.length()));
        Content headline = Normaliser.read(article.headline() + ". " + lead, Optional.of(published));
        List<String> topic = headline.lemmas().stream().distinct().limit(TOPIC).toList();
        return new Sketch.Context(
                headline.names().stream().distinct().limit(TOPIC).toList(),
                topic,
                headline.dates().stream().distinct().limit(TOPIC).toList(),
                encoder.encode(headline.text()));
    }

    /**
     * Hashes all that the sketch is made from, so that one id never stands for two sketches. Embeddings are made from it
     * too, and left out since their last digits may differ between machines.
     */
    private static String id(String proposition, Sketch sketch, long window, String article) {
        MessageDigest digest = sha256();
        for (Object part : new Object[] {
            sketch.text(),
            sketch.quantities(),
            sketch.dates(),
            sketch.names(),
            sketch.lemmas(),
            sketch.negated(),
            sketch.speaker(),
            sketch.context().map(context -> List.of(context.names(), context.topic(), context.dates())),
            window,
            article,
            Normaliser.beyond(proposition)
        }) {
            byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
