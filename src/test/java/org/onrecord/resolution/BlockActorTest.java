package org.onrecord.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.onrecord.fact.Fact;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Embedding;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Sketch;

class BlockActorTest {
    private static final int CLOSEST = 5;

    private final List<StatementMessage> sent = new ArrayList<>();
    private final Map<String, Integer> named = new TreeMap<>();
    private int comparisons;

    private final Matcher everythingMatches = new Matcher() {
        @Override
        public Comparison compare(Sketch a, Sketch b) {
            comparisons++;
            return new Comparison(Relation.SAME, 9_000, List.of());
        }

        @Override
        public int linkThreshold() {
            return 8_000;
        }

        @Override
        public int factThreshold() {
            return 8_000;
        }
    };

    @Test
    void aNewcomerIsComparedWithTheClosestHoweverManyThereAre() {
        BlockActor block = actor(1_000);
        for (int i = 0; i < 300; i++) {
            receive(block, i, i);
        }

        assertThat(comparisons).isLessThanOrEqualTo(300 * CLOSEST);
        StatementMessage.Answer last = (StatementMessage.Answer) sent.get(sent.size() - 1);
        assertThat(last.earlier())
                .extracting(Candidate::statement)
                .containsExactly("s298", "s297", "s296", "s295", "s294")
                .doesNotContain("s0");
    }

    @Test
    void ofStatementsAllAlikeNoneIsEverybodysNeighbour() {
        BlockActor block = actor(1_000);
        for (int i = 0; i < 300; i++) {
            receive(block, i, 0);
        }

        assertThat(comparisons).isLessThanOrEqualTo(300 * CLOSEST);
        assertThat(named.values()).allMatch(times -> times < 60);
    }

    @Test
    void oneThatArrivesLateTakesThePlaceOfTheLeastClose() {
        BlockActor block = actor(1_000);
        for (int i = 10; i <= 10 + CLOSEST; i++) {
            receive(block, i, i);
        }
        sent.clear();

        receive(block, 1, 10 + CLOSEST);

        assertThat(sent)
                .contains(
                        new StatementMessage.Found("b", new Candidate("s1", 1, 9_000, Relation.SAME)),
                        new StatementMessage.Lost("b", "s10"));
    }

    @Test
    void aBlockOverItsCapSaysSoAndLooksAtTheNearestInTime() {
        BlockActor block = actor(3);
        assertThat(receive(block, 1, 0)).isFalse();
        assertThat(receive(block, 2, 0)).isFalse();
        assertThat(receive(block, 3, 0)).isFalse();
        assertThat(receive(block, 4, 0)).isFalse();
        assertThat(receive(block, 5, 0)).isTrue();
        StatementMessage.Answer last = (StatementMessage.Answer) sent.get(sent.size() - 1);
        assertThat(last.earlier()).extracting(Candidate::statement).containsExactlyInAnyOrder("s2", "s3", "s4");
    }

    private BlockActor actor(int cap) {
        return new BlockActor(everythingMatches, new InMemoryBlockStore(), 1_000_000, cap, CLOSEST);
    }

    /** A statement seen at {@code time} whose embedding lies {@code place} signs from the first one's. */
    private boolean receive(BlockActor block, int time, int place) {
        byte[] embedding = new byte[Embedding.SIZE];
        // As far from the mean as a byte goes, so that every sign is this one's own.
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = i < place ? Byte.MAX_VALUE : Byte.MIN_VALUE;
        }
        String id = "s" + time;
        Insert insert = new Insert(id, time, OptionalLong.empty(), 0, Sketches.of(id, new Embedding(embedding)));
        return block.receive("b", insert, outbox);
    }

    private final Outbox outbox = new Outbox() {
        @Override
        public void toStatement(String statement, StatementMessage message) {
            sent.add(message);
            if (message instanceof StatementMessage.Answer answer) {
                answer.earlier().forEach(candidate -> named.merge(candidate.statement(), 1, Integer::sum));
            }
        }

        @Override
        public void toBlock(String key, Insert insert) {
            throw new AssertionError("blocks write to statements only");
        }

        @Override
        public void publish(String factId, Optional<Fact> fact) {
            throw new AssertionError("blocks write to statements only");
        }
    };
}
