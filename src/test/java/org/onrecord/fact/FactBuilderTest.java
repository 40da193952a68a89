package org.onrecord.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.claim.SourceType.PERSON;
import static org.onrecord.fact.Saying.at;
import static org.onrecord.fact.Saying.by;
import static org.onrecord.fact.Told.fact;
import static org.onrecord.fact.Told.leader;
import static org.onrecord.fact.Told.member;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Stance;
import org.onrecord.statement.Relation;

class FactBuilderTest {
    @Test
    void withoutALiveClaimThereIsNoFact() {
        assertThat(new FactBuilder(Families.NONE).build("s1", List.of(leader(), member("s2", Relation.OPPOSITE))))
                .isEmpty();
    }

    @Test
    void oneOriginReportsAndTwoCorroborate() {
        assertThat(fact(leader(by("a", "c1", 0))).status()).isEqualTo(FactStatus.REPORTED);
        assertThat(fact(leader(by("a", "c1", 0), by("b", "c2", 1))).status()).isEqualTo(FactStatus.CORROBORATED);
    }

    @Test
    void aDenialByAnotherOriginDisputesWhetherByCueOrByContent() {
        Saying ministry = by("b", "c2", 1).institution("the ministry");
        Fact byCue = fact(leader(by("a", "c1", 0), ministry.denied()));
        Fact byContent = fact(leader(by("a", "c1", 0)), member("s2", Relation.OPPOSITE, ministry));
        for (Fact fact : List.of(byCue, byContent)) {
            assertThat(fact.status()).isEqualTo(FactStatus.DISPUTED);
            assertThat(fact.deniedBy()).containsExactly("ministry");
            assertThat(fact.origins()).containsExactly("a");
            assertThat(fact.support()).extracting(Support::stance).containsExactly(Stance.DENIES, Stance.ASSERTS);
        }
    }

    @Test
    void whoeverDeniesTheOppositeAsserts() {
        Fact fact = fact(
                leader(by("a", "c1", 0)),
                member(
                        "s2",
                        Relation.OPPOSITE,
                        by("b", "c2", 1).institution("the ministry").denied()));
        assertThat(fact.status()).isEqualTo(FactStatus.CORROBORATED);
        assertThat(fact.origins()).containsExactly("a", "ministry");
    }

    @Test
    void whoeverTakesBackTheirOwnWordDisputesNobody() {
        Fact fact = fact(leader(
                by("a", "c1", 0).institution("the ministry"),
                by("a", "c2", 1).institution("the ministry").denied()));
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void whoConfirmsWhatTheyHadDeniedNoLongerDeniesIt() {
        Fact fact = fact(leader(
                by("a", "c1", 0).anonymous("a diplomat"),
                by("a", "c2", 10).institution("Kestrane's defence ministry").denied(),
                by("b", "c3", 60).source("Defence Minister Jorun Askel", "Defence Minister Jorun Askel", PERSON),
                by("b", "c4", 60).institution("the defence ministry").denied()));
        assertThat(fact.status()).isEqualTo(FactStatus.CORROBORATED);
        assertThat(fact.origins()).containsExactly("Kestrane's defence ministry", "anonymous sources of a");
        assertThat(fact.deniedBy()).isEmpty();
    }

    @Test
    void aLatePaperDoesNotTakeSomebodyBackToWhatTheyDeny() {
        Saying ministry = by("a", "c1", 0).institution("the ministry");
        Saying denied = by("a", "c2", 10).institution("the ministry").denied();
        Saying other = by("radio", "c4", 0);
        Saying late = by("late", "c3", 20).institution("the ministry");
        assertThat(fact(leader(ministry, other, denied, late)).deniedBy()).containsExactly("ministry");
        Saying back = by("a", "c5", 30).institution("the ministry");
        assertThat(fact(leader(ministry, other, denied, late, back)).deniedBy()).isEmpty();
    }

    @Test
    void whatIsOnlyDeniedIsReportedAsNoMoreThanPossible() {
        Fact fact = fact(leader(
                by("a", "c1", 1).institution("the ministry").denied(),
                by("b", "c2", 0).denied()));
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
        assertThat(fact.modality()).isEqualTo(Modality.POSSIBLE);
        assertThat(fact.origins()).isEmpty();
        assertThat(fact.deniedBy()).containsExactly("b", "ministry");
    }

    @Test
    void whenOnlyTheOppositeIsStillAssertedTheFactStatesTheOpposite() {
        Fact fact = fact(
                leader(by("c", "c3", 2).institution("the union").denied()),
                member("s2", Relation.OPPOSITE, by("a", "c1", 0).text("Nobody was hurt at the terminal on Tuesday")));
        assertThat(fact.statement()).isEqualTo("Nobody was hurt at the terminal on Tuesday");
        assertThat(fact.origins()).containsExactly("a", "union");
        assertThat(fact.deniedBy()).isEmpty();
        assertThat(fact.support()).extracting(Support::stance).containsOnly(Stance.ASSERTS);
    }

    @Test
    void theFirmestOfTheAssertingClaimsGivesTheModality() {
        Saying rumour = by("a", "c1", 0).as(Modality.POSSIBLE);
        assertThat(fact(leader(rumour)).modality()).isEqualTo(Modality.POSSIBLE);
        assertThat(fact(leader(rumour, by("b", "c2", 1).as(Modality.PLAN))).modality())
                .isEqualTo(Modality.PLAN);
        assertThat(fact(leader(rumour, by("b", "c2", 1).denied())).modality()).isEqualTo(Modality.POSSIBLE);
    }

    @Test
    void theStatementIsTheClearestWordingAndNotTheFirst() {
        Fact fact = fact(leader(
                by("a", "c1", 0).text("closed on Tuesday"),
                by("b", "c2", 1).text("It was closed on Tuesday after the blast"),
                by("c", "c3", 2).text("The terminal  was closed on Tuesday after the blast"),
                by("d", "c4", 3).text("The terminal has been closed since Tuesday, after the blast")));
        assertThat(fact.statement()).isEqualTo("The terminal was closed on Tuesday after the blast");
    }

    @Test
    void supportIsNewestFirstAndCountedExactly() {
        Saying[] many =
                IntStream.range(0, 130).mapToObj(i -> by("a", "c" + i, i)).toArray(Saying[]::new);
        Fact fact = fact(leader(many));
        assertThat(fact.support()).hasSize(100);
        assertThat(fact.support().get(0).claimId()).isEqualTo("c129");
        assertThat(fact.supportCount()).isEqualTo(130);
        assertThat(fact.firstReportedAt()).isEqualTo(at(0));
        assertThat(fact.lastReportedAt()).isEqualTo(at(129));
    }

    @Test
    void onlySoManyCarriersAreListedAndAllAreCounted() {
        Saying[] many =
                IntStream.range(0, 130).mapToObj(i -> by("o" + i, "c" + i, i)).toArray(Saying[]::new);
        Fact fact = fact(leader(many));
        assertThat(fact.carriers()).hasSize(100).isSorted();
        assertThat(fact.carrierCount()).isEqualTo(130);
    }

    @Test
    void everyOtherMemberIsAnAliasLiveOrNot() {
        assertThat(fact(leader(by("a", "c1", 0)), member("s3", Relation.SAME), member("s2", Relation.VALUE))
                        .aliases())
                .containsExactly("s2", "s3");
        Member[] many = IntStream.range(0, 120)
                .mapToObj(i -> i == 0 ? leader(by("a", "c1", 0)) : member("t" + i, Relation.SAME))
                .toArray(Member[]::new);
        assertThat(fact(many).aliases()).hasSize(100).isSorted();
        assertThat(fact(many).aliasCount()).isEqualTo(119);
    }

    @Test
    void theWorkThatAFactTakesGrowsWithItsClaimsAndNoFaster() {
        int few = lookUps(10);
        int many = lookUps(100);
        assertThat(few).isPositive();
        assertThat(many).isLessThan(11 * few);
    }

    /** How often a fact of fifty tolls, each given by so many authorities, asks for the family of an outlet. */
    private static int lookUps(int authorities) {
        AtomicInteger asked = new AtomicInteger();
        Families counting = outlet -> {
            asked.incrementAndGet();
            return outlet;
        };
        Member[] members = IntStream.range(0, 50)
                .mapToObj(m -> Told.dead(
                        "s" + (m + 1),
                        10 + m,
                        m == 0,
                        IntStream.range(0, authorities)
                                .mapToObj(i -> by("outlet" + i % 90, "c" + m + "-" + i, m * 10 + i)
                                        .institution("office " + i + " of Norvenia"))
                                .toArray(Saying[]::new)))
                .toArray(Member[]::new);
        assertThat(fact(counting, members).supportCount()).isEqualTo(50 * authorities);
        return asked.get();
    }

    @Test
    void whoCarriesAFactAndByWhomItCameStandsBesideItsOrigins() {
        Fact fact = fact(leader(
                by("reuters", "c1", 0).named("Reuters").anonymous("three sources"),
                by("shafaq", "c2", 5).named("Shafaq News").via("Reuters").anonymous("three sources"),
                by("harbour-post", "c3", 9).via("Reuters")));
        assertThat(fact.origins()).containsExactly("anonymous sources of Reuters");
        assertThat(fact.carriers()).containsExactly("Reuters", "Shafaq News", "harbour-post");
        assertThat(fact.carrierCount()).isEqualTo(3);
        assertThat(fact.support())
                .extracting(Support::chain)
                .containsExactly(List.of("Reuters"), List.of("Reuters", "three sources"), List.of("three sources"));
        assertThat(fact.support())
                .extracting(Support::origin)
                .containsExactly("Reuters", "anonymous sources of Reuters", "anonymous sources of Reuters");
    }

    @Test
    void confidenceGrowsWithOriginsAndFirmness() {
        Saying rumour = by("a", "c1", 0).as(Modality.POSSIBLE);
        double possible = fact(leader(rumour)).confidence();
        double stated = fact(leader(by("a", "c1", 0))).confidence();
        double twice = fact(leader(by("a", "c1", 0), by("b", "c2", 1))).confidence();
        assertThat(List.of(possible, stated, twice)).containsExactly(.14, .54, .79);
        assertThat(fact(leader(by("a", "c1", 0), by("a", "c2", 1))).confidence())
                .isEqualTo(stated);
        assertThat(fact(leader(by("a", "c1", 0).denied())).confidence()).isZero();
    }
}
