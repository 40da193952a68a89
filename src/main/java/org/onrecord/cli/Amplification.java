package org.onrecord.cli;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.onrecord.avro.Claim;
import org.onrecord.avro.Fact;
import org.onrecord.stream.Topics;
import org.onrecord.stream.registry.AvroSerde;

/**
 * How many records consumers of facts get for what is new in the articles.
 *
 * @param records on the topic of facts, tombstones included
 * @param statements distinct ones among all claims that ever stood
 */
record Amplification(long records, long statements) {
    /** Counts what a pipeline has written since it started. */
    static Amplification of(LocalPipeline local) {
        long[] records = new long[1];
        local.eachRecord(
                Topics.FACTS, AvroSerde.of(Fact.class, local.registry()).deserializer(), fact -> records[0]++);
        Set<String> statements = new HashSet<>();
        local.eachRecord(
                Topics.CLAIMS, AvroSerde.of(Claim.class, local.registry()).deserializer(), claim -> {
                    if (claim != null) {
                        statements.add(claim.getStatementId());
                    }
                });
        return new Amplification(records[0], statements.size());
    }

    double ratio() {
        return statements == 0 ? 0 : (double) records / statements;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f records on %s a new statement (%d for %d)",
                ratio(),
                Topics.FACTS,
                records,
                statements);
    }
}
