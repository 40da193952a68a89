package org.onrecord.serve;

import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.util.concurrent.TimeUnit;

/**
 * From article to fact, since the start of the process, in seconds; {@code NaN} before the first.
 *
 * @param median within the precision of the histogram's buckets, as {@link #p95}
 * @param longest of the last minutes
 */
record Latency(long facts, double median, double p95, double longest) {
    static Latency of(HistogramSnapshot snapshot) {
        return new Latency(
                snapshot.count(), quantile(snapshot, 0.5), quantile(snapshot, 0.95), snapshot.max(TimeUnit.SECONDS));
    }

    /** Evenly spread within its bucket, as Prometheus' histogram_quantile has it. */
    private static double quantile(HistogramSnapshot snapshot, double share) {
        double rank = share * snapshot.count();
        double below = 0;
        double lower = 0;
        for (CountAtBucket bucket : snapshot.histogramCounts()) {
            double upper = bucket.bucket(TimeUnit.SECONDS);
            if (snapshot.count() > 0 && bucket.count() >= rank && !Double.isInfinite(upper)) {
                return lower + (upper - lower) * (rank - below) / (bucket.count() - below);
            }
            below = bucket.count();
            lower = upper;
        }
        return snapshot.count() == 0 ? Double.NaN : lower;
    }
}
