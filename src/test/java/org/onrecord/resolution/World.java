package org.onrecord.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Stance;
import org.onrecord.fact.Occurrence;
import org.onrecord.statement.Comparison;
import org.onrecord.statement.Embedding;
import org.onrecord.statement.Matcher;
import org.onrecord.statement.Relation;
import org.onrecord.statement.Signature;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.Statement;

/**
 * Statements as points in the unit square, whose score falls with their distance and of which every other says the
 * opposite, and what happens to them. Says what the specification of resolution gives for it.
 */
final class World {
    static final int LINK = 8_000;
    static final int FACT = 7_000;

    /** So few that most blocks hold more. */
    static final int CLOSEST = 2;

    static final Matcher MATCHER = new Matcher() {
        @Override
        public Comparison compare(Sketch a, Sketch b) {
            double[] p = point(a);
            double[] q = point(b);
            int score = (int) Math.round(Math.max(0, 1 - Math.hypot(p[0] - q[0], p[1] - q[1])) * 10_000);
            Relation relation = p[2] == q[2] ? Relation.SAME : Relation.OPPOSITE;
            return new Comparison(score < FACT ? Relation.NONE : relation, score, List.of());
        }

        @Override
        public int linkThreshold() {
            return LINK;
        }

        @Override
        public int factThreshold() {
            return FACT;
        }
    };

    final Map<String, Statement> statements = new LinkedHashMap<>();
    /** What an article says of a claim, in the order in which it says so. */
    final List<List<Event>> articles = new ArrayList<>();

    record Event(String statement, Report report) {}

    World(Random random) {
        int count = 2 + random.nextInt(39);
        for (int i = 0; i < count; i++) {
            String id = "s" + i;
            double x = random.nextDouble();
            double y = random.nextDouble();
            statements.put(id, new Statement(id, 0, sketch(x, y, i % 2), blocks(x, y)));
            for (int occurrence = 1 + random.nextInt(3); occurrence > 0; occurrence--) {
                articles.add(history(random, id, id + "-" + occurrence));
            }
        }
    }

    /** A claim may be reported dead or alive, at an ever earlier time, and in the end stands or does not. */
    private static List<Event> history(Random random, String statement, String claim) {
        List<Event> events = new ArrayList<>();
        long at = random.nextInt(51);
        for (int change = random.nextInt(3); change >= 0; change--) {
            events.add(new Event(statement, new Report(occurrence(claim, at), random.nextInt(4) > 0)));
            at -= random.nextInt(4) * 3L;
        }
        return events;
    }

    private static Occurrence occurrence(String claim, long at) {
        return new Occurrence(
                claim,
                "article of " + claim,
                "outlet",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stance.ASSERTS,
                Modality.FACT,
                ClaimKind.OWN_VOICE,
                "The words of " + claim,
                Instant.ofEpochMilli(at),
                List.of(),
                90);
    }

    private static Sketch sketch(double x, double y, int side) {
        byte[] embedding = new byte[Embedding.SIZE];
        for (int i = 0; i < Embedding.SIZE; i++) {
            embedding[i] = (byte) ((i % 2 == 0 ? x : y) * Embedding.SIZE > i ? 1 : -1);
        }
        return Sketches.of(x + " " + y + " " + side, new Embedding(embedding));
    }

    private static double[] point(Sketch sketch) {
        String[] parts = sketch.text().split(" ", -1);
        return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])};
    }

    /** Overlapping cells of a grid: statements that share none are never compared. */
    private static Set<String> blocks(double x, double y) {
        Set<String> keys = new TreeSet<>();
        for (double dx : new double[] {0, .15}) {
            for (double dy : new double[] {0, .15}) {
                keys.add(dx + "," + dy + "," + (int) ((x + dx) / .3) + "," + (int) ((y + dy) / .3));
            }
        }
        return keys;
    }

    Map<String, Long> firstSeen() {
        Map<String, Long> firstSeen = new TreeMap<>();
        articles.forEach(events -> events.forEach(event -> firstSeen.merge(
                event.statement(), event.report().occurrence().at().toEpochMilli(), Math::min)));
        return firstSeen;
    }

    /** Who leads whom, straight from the definition. */
    Map<String, String> specification() {
        Map<String, Long> firstSeen = firstSeen();
        List<String> ordered = new ArrayList<>(statements.keySet());
        ordered.sort(Comparator.<String>comparingLong(firstSeen::get).thenComparing(Comparator.naturalOrder()));
        Map<String, String> leaders = new TreeMap<>();
        for (String id : ordered) {
            List<String> candidates = ordered.subList(0, ordered.indexOf(id)).stream()
                    .filter(other -> statements.get(id).blocks().stream()
                            .anyMatch(block ->
                                    closest(block, id, firstSeen, ordered).contains(other)))
                    .filter(other -> score(other, id) >= LINK)
                    .sorted(Comparator.<String>comparingInt(other -> -score(other, id))
                            .thenComparing(firstSeen::get)
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            Map<String, List<Integer>> scores = new LinkedHashMap<>();
            candidates.forEach(candidate -> scores.computeIfAbsent(leaders.get(candidate), leader -> new ArrayList<>())
                    .add(score(candidate, id)));
            leaders.put(id, id);
            int most = 0;
            for (Map.Entry<String, List<Integer>> fact : scores.entrySet()) {
                int best = fact.getValue().get(0);
                if (!candidates.contains(fact.getKey())) {
                    fact.getValue().add(score(fact.getKey(), id));
                }
                int sum = fact.getValue().stream().mapToInt(score -> score).sum();
                int mean = sum / fact.getValue().size();
                if (mean >= FACT && best + mean > most) {
                    most = best + mean;
                    leaders.put(id, fact.getKey());
                }
            }
        }
        return leaders;
    }

    /** Whether two statements say opposite things, however far they are from each other. */
    Relation relation(String one, String other) {
        return point(statements.get(one).sketch())[2]
                        == point(statements.get(other).sketch())[2]
                ? Relation.SAME
                : Relation.OPPOSITE;
    }

    /** The statements before {@code id} in a block that are among the closest to it. */
    private List<String> closest(String block, String id, Map<String, Long> firstSeen, List<String> ordered) {
        Closest closest = new Closest(entry(id, firstSeen), CLOSEST);
        ordered.subList(0, ordered.indexOf(id)).stream()
                .filter(other -> statements.get(other).blocks().contains(block))
                .forEach(other -> closest.offer(entry(other, firstSeen)));
        return closest.entries().stream().map(BlockEntry::statement).toList();
    }

    private BlockEntry entry(String id, Map<String, Long> firstSeen) {
        return new BlockEntry(
                id, firstSeen.get(id), 0, Signature.of(statements.get(id).sketch()));
    }

    private int score(String a, String b) {
        return MATCHER.compare(statements.get(a).sketch(), statements.get(b).sketch())
                .score();
    }

    /** The claims that stand in the end, by the fact that they stand on. */
    Map<String, Set<String>> standing() {
        Map<String, String> leaders = specification();
        Map<String, Set<String>> claims = new TreeMap<>();
        for (List<Event> events : articles) {
            Event last = events.get(events.size() - 1);
            if (last.report().live()) {
                claims.computeIfAbsent(leaders.get(last.statement()), leader -> new TreeSet<>())
                        .add(last.report().occurrence().claimId());
            }
        }
        return claims;
    }
}
