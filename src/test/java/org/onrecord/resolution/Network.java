package org.onrecord.resolution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.onrecord.fact.Fact;
import org.onrecord.fact.FactBuilder;
import org.onrecord.fact.Families;
import org.onrecord.resolution.StatementMessage.Occurred;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Statement;

/**
 * Actors on partitions. Messages travel over one first-in-first-out channel for each pair of partitions, as in Kafka;
 * which channel moves next is random.
 */
final class Network {
    private static final int PARTITIONS = 4;
    private static final long HORIZON = 1_000_000;

    final List<InMemoryStatementStores> stores = new ArrayList<>();
    final Map<String, Fact> facts = new LinkedHashMap<>();
    int published;

    private final Random random;
    private final List<StatementActor> statements = new ArrayList<>();
    private final List<BlockActor> blocks = new ArrayList<>();
    private final Map<String, Deque<Runnable>> channels = new LinkedHashMap<>();

    Network(Random random) {
        this(random, World.MATCHER, HORIZON, World.CLOSEST);
    }

    Network(Random random, Matcher matcher, long horizon, int closest) {
        this.random = random;
        for (int i = 0; i < PARTITIONS; i++) {
            InMemoryStatementStores partition = new InMemoryStatementStores();
            stores.add(partition);
            FactKeeper keeper = new FactKeeper(partition, new FactBuilder(Families.NONE));
            statements.add(new StatementActor(matcher, partition, keeper));
            blocks.add(new BlockActor(matcher, new InMemoryBlockStore(), horizon, 1000, closest));
        }
    }

    /** Runs the world until no message is under way. Each article's events keep their order; articles do not. */
    void run(World world) {
        run(world.articles, world.statements);
    }

    void run(List<List<World.Event>> articles, Map<String, Statement> known) {
        List<List<World.Event>> left = new ArrayList<>();
        articles.forEach(events -> left.add(new ArrayList<>(events)));
        while (!left.isEmpty() || !channels.isEmpty()) {
            if (!left.isEmpty() && (channels.isEmpty() || random.nextInt(3) == 0)) {
                int article = random.nextInt(left.size());
                World.Event event = left.get(article).remove(0);
                if (left.get(article).isEmpty()) {
                    left.remove(article);
                }
                Occurred occurred = new Occurred(known.get(event.statement()), event.report());
                toStatement(
                        "article" + event.report().occurrence().claimId().hashCode() % 3, event.statement(), occurred);
            } else {
                deliverOne();
            }
        }
    }

    /** Takes the occurrences one at a time and lets all that follows happen between. */
    void runInOrder(List<Occurred> occurrences) {
        for (Occurred occurred : occurrences) {
            toStatement("article", occurred.statement().id(), occurred);
            while (!channels.isEmpty()) {
                deliverOne();
            }
        }
    }

    private void deliverOne() {
        List<String> open = List.copyOf(channels.keySet());
        String channel = open.get(random.nextInt(open.size()));
        Runnable delivery = channels.get(channel).remove();
        if (channels.get(channel).isEmpty()) {
            channels.remove(channel);
        }
        delivery.run();
    }

    private void send(String from, String to, Runnable delivery) {
        channels.computeIfAbsent(from + ">" + to, key -> new ArrayDeque<>()).add(delivery);
    }

    private void toStatement(String from, String id, StatementMessage message) {
        int partition = Math.floorMod(id.hashCode(), PARTITIONS);
        String me = "statements" + partition;
        send(from, me, () -> statements.get(partition).receive(id, message, new Sender(me)));
    }

    private final class Sender implements Outbox {
        private final String me;

        Sender(String me) {
            this.me = me;
        }

        @Override
        public void toStatement(String statement, StatementMessage message) {
            Network.this.toStatement(me, statement, message);
        }

        @Override
        public void toBlock(String block, Insert insert) {
            int partition = Math.floorMod(block.hashCode(), PARTITIONS);
            String to = "blocks" + partition;
            send(me, to, () -> blocks.get(partition).receive(block, insert, new Sender(to)));
        }

        @Override
        public void publish(String factId, Optional<Fact> fact) {
            published++;
            fact.ifPresentOrElse(now -> facts.put(factId, now), () -> facts.remove(factId));
        }
    }
}
