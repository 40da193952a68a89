package org.onrecord.stream;

import java.util.List;
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
import org.onrecord.resolution.StatementMessage.Ask;
import org.onrecord.resolution.StatementMessage.LedBy;
import org.onrecord.resolution.StatementMessage.Occurred;
import org.onrecord.resolution.StatementState;
import org.onrecord.resolution.StatementStores;
import org.onrecord.statement.Embedding;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Sketch;
import org.onrecord.stream.Tally.DropReason;
import org.onrecord.stream.Tally.StatementChange;

/** STATEMENT: one actor a statement; leaders publish facts. */
final class StatementProcessor implements Processor<String, StatementMessage, Object, Object> {
    private static final Sketch NOTHING = new Sketch(
            "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Embedding.NONE, Optional.empty());

    private final Matcher matcher;
    private final FactBuilder facts;
    private final PipelineConfig config;
    private final Tally tally;
    private ProcessorContext<Object, Object> context;
    private KeyValueStore<String, StatementState> statements;
    private StatementActor actor;
    private StatementClock clock;
    private StatementExpiry expiry;

    StatementProcessor(Matcher matcher, FactBuilder facts, PipelineConfig config, Tally tally) {
        this.matcher = matcher;
        this.facts = facts;
        this.config = config;
        this.tally = tally;
    }

    @Override
    public void init(ProcessorContext<Object, Object> newContext) {
        context = newContext;
        statements = newContext.getStateStore(Names.STATEMENTS_STORE);
        KeyedStore<Link> links = new KeyedStore<>(newContext.getStateStore(Names.LINKS_STORE));
        KeyedStore<String> followers = new KeyedStore<>(newContext.getStateStore(Names.FOLLOWERS_STORE));
        KeyedStore<Report> reports = new KeyedStore<>(newContext.getStateStore(Names.REPORTS_STORE));
        KeyedStore<Membership> members = new KeyedStore<>(newContext.getStateStore(Names.MEMBERS_STORE));
        KeyedStore<Report> memberReports = new KeyedStore<>(newContext.getStateStore(Names.MEMBER_REPORTS_STORE));
        KeyedStore<Chorus> choruses = new KeyedStore<>(newContext.getStateStore(Names.CHORUSES_STORE));
        KeyedStore<String> timeline = new KeyedStore<>(newContext.getStateStore(Names.TIMELINE_STORE));
        StatementStores stores =
                new Stores(statements, links, followers, reports, members, memberReports, choruses, timeline);
        actor = new StatementActor(matcher, stores, new FactKeeper(stores, facts));
        clock = new StatementClock(newContext.getStateStore(Names.STATEMENT_CLOCK_STORE));
        expiry = new StatementExpiry(
                new Expiry(config),
                clock,
                new ExpiryIndex(newContext.getStateStore(Names.STATEMENT_EXPIRY_STORE)),
                newContext.getStateStore(Names.STATEMENT_TOUCHED_STORE),
                statements,
                List.of(links, followers, reports, members, memberReports, choruses, timeline),
                tally);
    }

    @Override
    public void process(Record<String, StatementMessage> record) {
        AtWork.on(record.headers());
        clock.advance(record.headers());
        Outbox out = new Forwarded(record);
        expiry.forget(fact -> {
            if (config.factsExpire()) {
                out.publish(fact, Optional.empty());
            }
        });
        String statement = record.key();
        StatementMessage message = record.value();
        boolean known = statements.get(statement) != null;
        if (message instanceof Occurred) {
            tally.statement(known ? StatementChange.AGAIN : StatementChange.NEW);
        }
        if (message instanceof Occurred || known) {
            actor.receive(statement, message, out);
            expiry.touch(statement, message);
        } else {
            tally.dropped(DropReason.EXPIRED_STATEMENT);
            turnAway(statement, message, out);
        }
        AtWork.done();
    }

    /** A statement that has expired leads nobody: who asks is told to go on without it. */
    private static void turnAway(String expired, StatementMessage message, Outbox out) {
        if (message instanceof Ask ask) {
            out.toStatement(ask.follower(), new LedBy(expired, ask.follower(), NOTHING, Relation.SAME));
        }
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
            tally.fact(fact.map(Fact::status));
            forward(factId, fact.map(FactMapping::toAvro).orElse(null), Names.FACTS_SINK);
        }

        private void forward(Object key, Object value, String sink) {
            Record<Object, Object> record = cause.withKey(key).withValue(value);
            if (sink.equals(Names.FACTS_SINK)) {
                record.headers().remove(RecordHeaders.EVENT_TIME);
                record.headers().remove(RecordHeaders.ARTICLE);
            }
            context.forward(record, sink);
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
