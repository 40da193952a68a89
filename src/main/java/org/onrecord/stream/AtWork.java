package org.onrecord.stream;

import org.apache.kafka.common.header.Headers;
import org.slf4j.MDC;

/**
 * Marks the log lines of a stream thread with the article that it works on. A record that fails leaves the mark, so that
 * whoever tells of the failure tells the article, too; the next record or {@link #done} takes it away.
 */
final class AtWork {
    /** The field of the log that has the article's id. */
    static final String ARTICLE = "article";

    private AtWork() {}

    static void on(Headers headers) {
        RecordHeaders.text(headers, RecordHeaders.ARTICLE).ifPresentOrElse(AtWork::on, AtWork::done);
    }

    static void on(String articleId) {
        MDC.put(ARTICLE, articleId);
    }

    static void done() {
        MDC.remove(ARTICLE);
    }
}
