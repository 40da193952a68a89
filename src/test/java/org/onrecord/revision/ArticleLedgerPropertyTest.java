package org.onrecord.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Mention;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Span;
import org.onrecord.claim.Stance;
import org.onrecord.fact.Occurrence;
import org.onrecord.resolution.Report;
import org.onrecord.resolution.Sketches;
import org.onrecord.statement.Sketch;
import org.onrecord.statement.Statement;

/** Which claims stand does not depend on the order in which an article's revisions arrive. */
class ArticleLedgerPropertyTest {
    private static final String ARTICLE = "outlet|page";

    @Property(tries = 300)
    void revisionsInAnyOrderEndInTheSameClaimsAndOccurrences(@ForAll long seed, @ForAll long order) {
        List<Revision> revisions = revisions(new Random(seed));
        List<Revision> shuffled = new ArrayList<>(revisions);
        Collections.shuffle(shuffled, new Random(order));

        World inOrder = new World().take(revisions);
        World otherwise = new World().take(shuffled);

        assertThat(otherwise.claims).isEqualTo(inOrder.claims);
        assertThat(otherwise.standing()).isEqualTo(inOrder.standing());
    }

    @Property(tries = 100)
    void aRevisionTakenAgainChangesNothing(@ForAll long seed) {
        List<Revision> revisions = revisions(new Random(seed));
        World world = new World().take(revisions);
        int changes = world.changes;

        world.take(revisions);

        assertThat(world.changes).isEqualTo(changes);
    }

    @Example
    void aWithdrawalTakesEveryClaimWithItAndANewerRevisionBringsThemBack() {
        Revision first = new Revision(10, Optional.of(List.of("a", "b")));
        World world = new World().take(List.of(first, new Revision(20, Optional.empty())));
        assertThat(world.claims).isEmpty();

        world.take(List.of(new Revision(30, Optional.of(List.of("b")))));

        assertThat(world.claims).containsOnlyKeys("b");
        assertThat(world.claims.get("b")).isEqualTo(Instant.ofEpochMilli(10));
    }

    @Example
    void aLateRevisionFixesTheTimeOfAClaimButNotWhatStands() {
        World world = new World()
                .take(List.of(
                        new Revision(20, Optional.of(List.of("a"))), new Revision(10, Optional.of(List.of("a", "b")))));

        assertThat(world.claims).containsExactly(Map.entry("a", Instant.ofEpochMilli(10)));
        assertThat(world.reports.get("b").live()).isFalse();
    }

    private static List<Revision> revisions(Random random) {
        List<Revision> revisions = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(5);
            if (random.nextInt(5) == 0) {
                revisions.add(new Revision(at, Optional.empty()));
            } else {
                List<String> claims = new ArrayList<>();
                for (String claim : List.of("a", "b", "c", "d")) {
                    if (random.nextBoolean()) {
                        claims.add(claim);
                    }
                }
                revisions.add(new Revision(at, Optional.of(claims)));
            }
        }
        return revisions;
    }

    /** A revision that carries these claims, or a withdrawal. */
    private record Revision(long at, Optional<List<String>> claims) {}

    private static final class World implements LedgerStores, Changes {
        private final Map<String, Instant> claims = new TreeMap<>();
        private final Map<String, Report> reports = new TreeMap<>();
        private int changes;
        private final Map<String, RevisionMark> newest = new HashMap<>();
        private final Map<String, TrackedClaim> tracked = new TreeMap<>();
        private final ArticleLedger ledger = new ArticleLedger(this);

        World take(List<Revision> revisions) {
            for (Revision revision : revisions) {
                Instant at = Instant.ofEpochMilli(revision.at());
                if (revision.claims().isEmpty()) {
                    ledger.withdrawn(ARTICLE, at, this);
                    continue;
                }
                List<String> names = revision.claims().get();
                String body = String.join(" ", names) + ".";
                Article article = new Article("page", "outlet", Optional.empty(), "", Instant.EPOCH, at, body);
                ledger.revised(
                        ARTICLE,
                        article,
                        names.stream().map(name -> carried(name, at)).toList(),
                        this);
            }
            return this;
        }

        Map<String, List<Object>> standing() {
            Map<String, List<Object>> standing = new TreeMap<>();
            reports.forEach((id, report) ->
                    standing.put(id, List.of(report.live(), report.occurrence().at())));
            return standing;
        }

        @Override
        public void claim(String claimId, Optional<CarriedClaim> claim) {
            changes++;
            claim.ifPresentOrElse(
                    carried -> claims.put(claimId, carried.occurrence().at()), () -> claims.remove(claimId));
        }

        @Override
        public void occurred(Statement statement, Report report) {
            changes++;
            reports.put(report.occurrence().claimId(), report);
        }

        @Override
        public Optional<RevisionMark> newest(String article) {
            return Optional.ofNullable(newest.get(article));
        }

        @Override
        public void putNewest(String article, RevisionMark mark) {
            newest.put(article, mark);
        }

        @Override
        public Optional<TrackedClaim> claim(String article, String claimId) {
            return Optional.ofNullable(tracked.get(claimId));
        }

        @Override
        public void putClaim(String article, TrackedClaim claim) {
            tracked.put(claim.carried().claimId(), claim);
        }

        @Override
        public void eachClaim(String article, BiConsumer<String, TrackedClaim> action) {
            tracked.forEach(action);
        }
    }

    private static CarriedClaim carried(String name, Instant at) {
        Claim claim = new Claim(
                ClaimKind.OWN_VOICE,
                new Mention(name, List.of(new Span(0, 1))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Stance.ASSERTS,
                Modality.FACT,
                name,
                .9);
        Sketch sketch = Sketches.ofText(name);
        Occurrence occurrence = new Occurrence(
                name,
                "page",
                "outlet",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stance.ASSERTS,
                Modality.FACT,
                ClaimKind.OWN_VOICE,
                name,
                at,
                List.of(),
                90);
        return new CarriedClaim(claim, new Statement(name, 0, sketch, Set.of("block")), occurrence);
    }
}
