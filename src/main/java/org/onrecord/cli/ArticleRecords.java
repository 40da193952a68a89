package org.onrecord.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.onrecord.avro.Article;
import org.onrecord.interchange.ArticleLine;
import org.onrecord.stream.RecordHeaders;
import org.onrecord.stream.Topics;

/** Lines of an articles file as records of their outlets' topics. */
final class ArticleRecords {
    private ArticleRecords() {}

    /** The id of a line's outlet; a line may give its name ("Shafaq News") where the id belongs. */
    static String outlet(ArticleLine line) {
        return line.outlet().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
    }

    static ProducerRecord<String, Article> of(ArticleLine line) {
        String outlet = outlet(line);
        String topic = Topics.ofOutlet(outlet);
        if (line.article().isEmpty()) {
            ProducerRecord<String, Article> withdrawal = new ProducerRecord<>(topic, line.id(), null);
            byte[] at = line.at().toString().getBytes(StandardCharsets.UTF_8);
            withdrawal.headers().add(RecordHeaders.UPDATED_AT, at);
            return withdrawal;
        }
        org.onrecord.article.Article article = line.article().get();
        Optional<String> name =
                article.outletName().or(() -> Optional.of(line.outlet()).filter(given -> !given.equals(outlet)));
        return new ProducerRecord<>(
                topic,
                line.id(),
                Article.newBuilder()
                        .setId(line.id())
                        .setOutlet(outlet)
                        .setOutletName(name.orElse(null))
                        .setHeadline(article.headline())
                        .setPublishedAt(article.publishedAt())
                        .setUpdatedAt(millis(article.updatedAt()))
                        .setBody(article.body())
                        .build());
    }

    /** Avro truncates required times itself, but leaves nullable ones alone. */
    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
