package org.onrecord.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.onrecord.interchange.ArticleLine;
import org.onrecord.interchange.ArticleLines;

/**
 * Bytes of state a statement, keys and values, by store, after a pipeline of one partition has read articles; before
 * RocksDB compresses. Arguments: a file of articles as {@code replay} reads them, and how many to read at most.
 */
public final class StateSize {
    private static final Map<String, Serde<?>> STORES = new LinkedHashMap<>();

    static {
        STORES.put(Names.STATEMENTS_STORE, InternalSerdes.statementState());
        STORES.put(Names.LINKS_STORE, InternalSerdes.link());
        STORES.put(Names.FOLLOWERS_STORE, Serdes.String());
        STORES.put(Names.REPORTS_STORE, InternalSerdes.report());
        STORES.put(Names.MEMBERS_STORE, InternalSerdes.membership());
        STORES.put(Names.MEMBER_REPORTS_STORE, InternalSerdes.report());
        STORES.put(Names.CHORUSES_STORE, InternalSerdes.chorus());
        STORES.put(Names.TIMELINE_STORE, Serdes.String());
        STORES.put(Names.ENTRIES_STORE, InternalSerdes.blockEntry());
        STORES.put(Names.SKETCHES_STORE, InternalSerdes.sketch());
        STORES.put(Names.WINDOWS_STORE, Serdes.Long());
    }

    private StateSize() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0 || !Files.exists(Path.of(args[0]))) {
            System.err.println("usage: StateSize ARTICLES.jsonl [COUNT]; the file must be there");
            System.exit(2);
        }
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        int count = args.length > 1 ? Math.min(Integer.parseInt(args[1]), lines.size()) : lines.size();
        ArticleLines reader = new ArticleLines();
        try (TestPipeline pipeline = new TestPipeline()) {
            long began = System.nanoTime();
            for (String line : lines.subList(0, count)) {
                publish(pipeline, reader.read(line));
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            long statements = size(pipeline, Names.STATEMENTS_STORE)[0];
            System.out.printf("%d articles, %d statements, %.0f s%n", count, statements, seconds);
            long all = 0;
            for (String store : STORES.keySet()) {
                long[] size = size(pipeline, store);
                all += size[1];
                System.out.printf(
                        "%-22s %8d entries %8.1f bytes a statement%n", store, size[0], size[1] / (double) statements);
            }
            System.out.printf("%-22s %25.1f bytes a statement%n", "together", all / (double) statements);
        }
    }

    /** Entries, and bytes of their keys and values. */
    private static long[] size(TestPipeline pipeline, String store) {
        long[] size = new long[2];
        try (KeyValueIterator<String, Object> all = pipeline.store(store).all()) {
            while (all.hasNext()) {
                KeyValue<String, Object> entry = all.next();
                size[0]++;
                size[1] += entry.key.length() + bytes(STORES.get(store), entry.value);
            }
        }
        return size;
    }

    @SuppressWarnings("unchecked") // the topology pairs stores and serdes in the same way
    private static int bytes(Serde<?> serde, Object value) {
        return ((Serde<Object>) serde).serializer().serialize("", value).length;
    }

    private static void publish(TestPipeline pipeline, ArticleLine line) {
        line.article()
                .ifPresent(article -> pipeline.publish(
                        article.outlet(),
                        article.id(),
                        article.publishedAt(),
                        article.updatedAt(),
                        article.body().split("\n+", -1)));
    }
}
