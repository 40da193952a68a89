package org.onrecord.stream;

import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.onrecord.resolution.Insert;
import org.onrecord.resolution.StatementMessage;

/** The topology: a pure function of configuration, parts and serdes. */
public final class Pipeline {
    private static final Serde<String> STRING = Serdes.String();
    private static final Serde<StatementMessage> MESSAGE = InternalSerdes.message();
    private static final Serde<Insert> INSERT = InternalSerdes.insert();
    private static final Serde<ArticleEvent> EVENT = InternalSerdes.articleEvent();

    private Pipeline() {}

    /** Builds the four stages. INTAKE has no state; each of the others is keyed by what it owns. */
    public static Topology topology(PipelineConfig config, Parts parts, PublicSerdes serdes, Tally tally) {
        Topology topology = new Topology();
        intake(topology, config, parts, serdes, tally);
        extract(topology, config, parts, serdes, tally);
        statement(topology, config, parts, serdes, tally);
        block(topology, config, parts, tally);
        return topology;
    }

    private static void intake(
            Topology topology, PipelineConfig config, Parts parts, PublicSerdes serdes, Tally tally) {
        topology.addSource(
                Names.INTAKE_SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.OUTLET_PATTERN);
        topology.addProcessor(
                Names.INTAKE,
                () -> new IntakeProcessor(
                        parts.admission(), serdes.article().deserializer(), config.articleMaxBytes(), tally),
                Names.INTAKE_SOURCE);
        sink(topology, Names.ARTICLES_SINK, Topics.ARTICLES, EVENT.serializer(), Names.INTAKE);
        rejected(topology, Names.INTAKE_REJECTED_SINK, Names.INTAKE);
    }

    private static void extract(
            Topology topology, PipelineConfig config, Parts parts, PublicSerdes serdes, Tally tally) {
        topology.addSource(Names.EXTRACT_SOURCE, STRING.deserializer(), EVENT.deserializer(), Topics.ARTICLES);
        topology.addProcessor(
                Names.EXTRACT,
                new Supplied<>(
                        () -> new ExtractProcessor(parts.reader(), config, tally),
                        Set.of(
                                store(Names.NEWEST_STORE, InternalSerdes.revisionMark()),
                                store(Names.CLAIMS_STORE, InternalSerdes.trackedClaim()),
                                store(Names.EXTRACT_CLOCK_STORE, Serdes.Long()),
                                store(Names.ARTICLE_EXPIRY_STORE, Serdes.Long()))),
                Names.EXTRACT_SOURCE);
        sink(topology, Names.CLAIMS_SINK, Topics.CLAIMS, serdes.claim().serializer(), Names.EXTRACT);
        sink(topology, Names.OCCURRENCES_SINK, Topics.STATEMENTS, MESSAGE.serializer(), Names.EXTRACT);
        rejected(topology, Names.EXTRACT_REJECTED_SINK, Names.EXTRACT);
    }

    private static void statement(
            Topology topology, PipelineConfig config, Parts parts, PublicSerdes serdes, Tally tally) {
        topology.addSource(Names.STATEMENT_SOURCE, STRING.deserializer(), MESSAGE.deserializer(), Topics.STATEMENTS);
        topology.addProcessor(
                Names.STATEMENT,
                new Supplied<>(
                        () -> new StatementProcessor(parts.matcher(), parts.facts(), config, tally),
                        Set.of(
                                store(Names.STATEMENTS_STORE, InternalSerdes.statementState()),
                                store(Names.LINKS_STORE, InternalSerdes.link()),
                                store(Names.FOLLOWERS_STORE, STRING),
                                store(Names.REPORTS_STORE, InternalSerdes.report()),
                                store(Names.MEMBERS_STORE, InternalSerdes.membership()),
                                store(Names.MEMBER_REPORTS_STORE, InternalSerdes.report()),
                                store(Names.STATEMENT_CLOCK_STORE, Serdes.Long()),
                                store(Names.STATEMENT_TOUCHED_STORE, Serdes.Long()),
                                store(Names.STATEMENT_EXPIRY_STORE, Serdes.Long()),
                                store(Names.CHORUSES_STORE, InternalSerdes.chorus()),
                                store(Names.TIMELINE_STORE, STRING))),
                Names.STATEMENT_SOURCE);
        sink(topology, Names.INSERTS_SINK, Topics.BLOCKS, INSERT.serializer(), Names.STATEMENT);
        sink(topology, Names.ACTORS_SINK, Topics.STATEMENTS, MESSAGE.serializer(), Names.STATEMENT);
        sink(topology, Names.FACTS_SINK, Topics.FACTS, serdes.fact().serializer(), Names.STATEMENT);
    }

    private static void block(Topology topology, PipelineConfig config, Parts parts, Tally tally) {
        topology.addSource(Names.BLOCK_SOURCE, STRING.deserializer(), INSERT.deserializer(), Topics.BLOCKS);
        topology.addProcessor(
                Names.BLOCK,
                new Supplied<>(
                        () -> new BlockProcessor(parts.matcher(), config, tally),
                        Set.of(
                                store(Names.ENTRIES_STORE, InternalSerdes.blockEntry()),
                                store(Names.SKETCHES_STORE, InternalSerdes.sketch()),
                                store(Names.WINDOWS_STORE, Serdes.Long()),
                                store(Names.CAPPED_STORE, Serdes.Long()),
                                store(Names.BLOCK_CLOCK_STORE, Serdes.Long()))),
                Names.BLOCK_SOURCE);
        sink(topology, Names.CANDIDATES_SINK, Topics.STATEMENTS, MESSAGE.serializer(), Names.BLOCK);
    }

    private static <V> void sink(Topology topology, String name, String topic, Serializer<V> value, String parent) {
        topology.addSink(name, topic, STRING.serializer(), value, parent);
    }

    private static void rejected(Topology topology, String name, String parent) {
        topology.addSink(name, Topics.REJECTED, new ByteArraySerializer(), new ByteArraySerializer(), parent);
    }

    private static <V> StoreBuilder<?> store(String name, Serde<V> value) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), STRING, value);
    }

    /** A processor and the stores that it alone uses. */
    private record Supplied<K, V, P extends Processor<K, V, Object, Object>>(
            java.util.function.Supplier<P> processor, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<K, V, Object, Object> {
        @Override
        public Processor<K, V, Object, Object> get() {
            return processor.get();
        }
    }
}
