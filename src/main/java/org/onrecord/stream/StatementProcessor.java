package org.onrecord.stream;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.onrecord.fact.Fact;
import org.onrecord.fact.FactBuilder;
import org.onrecord.resolution.Chorus;
import org.onrecord.resolution.FactKeeper;
import org.onrecord.resolution.Insert;
import org.onrecord.resolution.Link;
import org.onrecord.resolution.Membership;
import org.onrecord.resolution.Outbox;
import org.onrecord.resolution.Owned;
import org.onrecord.resolution.Report;
import org.onrecord.resolution.StatementActor;
import org.onrecord.resolution.StatementMessage;
import org.onrecord.resolution.StatementState;
import org.onrecord.resolution.StatementStores;
import org.onrecord.statement.Matcher;

/** STATEMENT: one actor a statement; leaders publish facts. */
final class StatementProcessor implements Processor<String, StatementMessage, Object, Object> {
    private final Matcher matcher;
    private final FactBuilder facts;
    private ProcessorContext<Object, Object> context;
    private StatementActor actor;

    StatementProcessor(Matcher matcher, FactBuilder facts) {
        this.matcher = matcher;
        this.facts = facts;
    }

    @Override
    public void init(ProcessorContext<Object, Object> newContext) {
        context = newContext;
        StatementStores stores = new Stores(
                newContext.getStateStore(Names.STATEMENTS_STORE),
                new KeyedStore<>(newContext.getStateStore(Names.LINKS_STORE)),
                new KeyedStore<>(newContext.getStateStore(Names.FOLLOWERS_STORE)),
                new KeyedStore<>(newContext.getStateStore(Names.REPORTS_STORE)),
                new KeyedStore<>(newContext.getStateStore(Names.MEMBERS_STORE)),
                new KeyedStore<>(newContext.getStateStore(Names.MEMBER_REPORTS_STORE)),
                new KeyedStore<>(newContext.getStateStore(Names.CHORUSES_STORE)),
                new KeyedStore<>(newContext.getStateStore(Names.TIMELINE_STORE)));
        actor = new StatementActor(matcher, stores, new FactKeeper(stores, facts));
    }

    @Override
    public void process(Record<String, StatementMessage> record) {
        actor.receive(record.key(), record.value(), new Forwarded(record));
    }

    private final class Forwarded implements Outbox {
        private final Record<String, StatementMessage> cause;

        Forwarded(Record<String, StatementMessage> cause) {
            this.cause = cause;
        }

        @Override
        public void toStatement(String statement, StatementMessage message) {
            forward(statement, message, Names.ACTORS_SINK);
        }

        @Override
        public void toBlock(String block, Insert insert) {
            forward(block, insert, Names.INSERTS_SINK);
        }

        @Override
        public void publish(String factId, Optional<Fact> fact) {
            forward(factId, fact.map(FactMapping::toAvro).orElse(null), Names.FACTS_SINK);
        }

        private void forward(Object key, Object value, String sink) {
            context.forward(cause.withKey(key).withValue(value), sink);
        }
    }

    private record Stores(
            KeyValueStore<String, StatementState> statements,
            Owned<Link> links,
            Owned<String> followers,
            Owned<Report> reports,
            Owned<Membership> members,
            Owned<Report> memberReports,
            Owned<Chorus> choruses,
            Owned<String> timeline)
            implements StatementStores {
        @Override
        public Optional<StatementState> statement(String id) {
            return Optional.ofNullable(statements.get(id));
        }

        @Override
        public void put(StatementState state) {
            statements.put(state.id(), state);
        }
    }
}
