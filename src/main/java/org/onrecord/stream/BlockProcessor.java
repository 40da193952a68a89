package org.onrecord.stream;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.onrecord.fact.Fact;
import org.onrecord.resolution.BlockActor;
import org.onrecord.resolution.Insert;
import org.onrecord.resolution.Outbox;
import org.onrecord.resolution.StatementMessage;
import org.onrecord.statement.Matcher;

/** BLOCK: compares what shares a block. */
final class BlockProcessor implements Processor<String, Insert, Object, Object> {
    private final Matcher matcher;
    private final PipelineConfig config;
    private final Tally tally;
    private ProcessorContext<Object, Object> context;
    private BlockActor actor;
    private BlockEntries entries;
    private KeyValueStore<String, Long> capped;
    private EventClock clock;

    BlockProcessor(Matcher matcher, PipelineConfig config, Tally tally) {
        this.matcher = matcher;
        this.config = config;
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<Object, Object> newContext) {
        context = newContext;
        clock = new EventClock(newContext.getStateStore(Names.BLOCK_CLOCK_STORE));
        entries = new BlockEntries(
                newContext.getStateStore(Names.ENTRIES_STORE),
                newContext.getStateStore(Names.SKETCHES_STORE),
                newContext.getStateStore(Names.WINDOWS_STORE),
                new Retention(config.horizon(), config.grace()));
        capped = newContext.getStateStore(Names.CAPPED_STORE);
        actor = new BlockActor(matcher, entries, config.horizon().toMillis(), config.blockCap(), BlockActor.CLOSEST);
    }

    @Override
    public void process(Record<String, Insert> record) {
        AtWork.on(record.headers());
        clock.advance(record.value().firstSeen(), record.headers());
        entries.forget(clock.now());
        boolean reachedCap = actor.receive(record.key(), record.value(), new Forwarded(record));
        if (reachedCap && capped.get(record.key()) == null) {
            capped.put(record.key(), record.value().firstSeen());
            tally.blockCapped();
        }
        AtWork.done();
    }

    private final class Forwarded implements Outbox {
        private final Record<String, Insert> cause;

        Forwarded(Record<String, Insert> cause) {
            this.cause = cause;
        }

        @Override
        public void toStatement(String statement, StatementMessage message) {
            context.forward(cause.withKey((Object) statement).withValue((Object) message), Names.CANDIDATES_SINK);
        }

        @Override
        public void toBlock(String block, Insert insert) {
            throw new IllegalStateException("blocks write to statements only");
        }

        @Override
        public void publish(String factId, Optional<Fact> fact) {
            throw new IllegalStateException("blocks write to statements only");
        }
    }
}
