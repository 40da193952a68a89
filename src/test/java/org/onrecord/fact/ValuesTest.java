package org.onrecord.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.onrecord.fact.Saying.at;
import static org.onrecord.fact.Saying.by;
import static org.onrecord.fact.Told.dead;
import static org.onrecord.fact.Told.fact;
import static org.onrecord.fact.Told.valued;
import static org.onrecord.fact.ValueStanding.CURRENT;
import static org.onrecord.fact.ValueStanding.EARLIER;
import static org.onrecord.fact.ValueStanding.RIVAL;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.onrecord.statement.Quantity;
import org.onrecord.statement.Relation;

class ValuesTest {
    @Test
    void aTollThatItsOwnAuthorityRaisesIsEarlier() {
        Fact fact = fact(
                dead("s1", 12, true, by("a", "c1", 0).institution("the ministry")),
                dead("s2", 19, false, by("b", "c2", 60).institution("the ministry")));
        assertValues(fact).containsExactly(tuple("19", CURRENT), tuple("12", EARLIER));
        assertThat(fact.value()).contains("19");
        assertThat(fact.unit()).contains("person");
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
        assertThat(fact.values().get(1).at()).isEqualTo(at(0));
    }

    @Test
    void anAuthorityThatKeepsToItsOwnTollIsARival() {
        Fact fact = fact(
                dead("s1", 54, true, by("a", "c1", 0).institution("Open Ballot")),
                dead(
                        "s2",
                        56,
                        false,
                        by("a", "c2", 10).institution("Open Ballot"),
                        by("b", "c4", 20).institution("Open Ballot")),
                dead("s3", 59, false, by("b", "c3", 20).institution("the commission")));
        assertValues(fact).containsExactly(tuple("59", CURRENT), tuple("56", RIVAL), tuple("54", EARLIER));
        assertThat(fact.status()).isEqualTo(FactStatus.DISPUTED);
        assertThat(fact.origins()).containsExactly("commission");
        assertThat(fact.values().get(1).origins()).containsExactly("Open Ballot");
    }

    @Test
    void ofTwoNumbersAtOneTimeAnAuthoritysIsCurrent() {
        Fact fact = fact(
                dead("s1", 61, true, by("a", "c1", 0).institution("the commission")),
                dead("s2", 58, false, by("a", "c2", 60).institution("the commission")),
                dead("s3", 64, false, by("a", "c3", 60)));
        assertValues(fact).first().isEqualTo(tuple("58", CURRENT));
    }

    @Test
    void theWordingGivesTheCurrentTollThoughAnEarlierOneIsWordedMoreClearly() {
        Saying clear =
                by("a", "c1", 0).institution("the ministry").text("At least twelve people were killed on Tuesday");
        Saying scant = by("b", "c2", 60).institution("the ministry").text("19 killed");
        assertThat(fact(dead("s1", 12, true, clear)).statement()).startsWith("At least twelve");
        assertThat(fact(dead("s1", 12, true, clear), dead("s2", 19, false, scant))
                        .statement())
                .isEqualTo("19 killed");
    }

    @Test
    void aScoreIsWrittenAsOne() {
        Quantity narrow = new Quantity(new BigDecimal("5.002"), Quantity.SCORE, false);
        Quantity clear = new Quantity(new BigDecimal("6.001"), Quantity.SCORE, false);
        Fact fact = fact(
                valued("s1", new SlotValue(0, clear, true), by("a", "c1", 0).institution("the bank")),
                valued("s2", new SlotValue(0, narrow, false), by("a", "c2", 60).institution("the bank")));
        assertValues(fact).containsExactly(tuple("5-2", CURRENT), tuple("6-1", EARLIER));
        assertThat(fact.unit()).isEmpty();
    }

    @Test
    void officialsWhoGiveOneFigureAfterAnotherDisputeNobody() {
        Saying chief = by("a", "c1", 0).institution("the fire service");
        Saying ministry = by("b", "c2", 60).institution("the interior ministry");
        Saying late = by("c", "c3", 90).institution("the fire service");
        Fact fact = fact(dead("s1", 12, true, chief, late), dead("s2", 19, false, ministry));
        assertValues(fact).containsExactly(tuple("19", CURRENT), tuple("12", EARLIER));
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void aFigureThatIsStillGivenTheNextDayIsKeptTo() {
        Saying chief = by("a", "c1", 0).institution("the fire service");
        Saying ministry = by("b", "c2", 60).institution("the interior ministry");
        Saying nextDay = by("a", "c3", 24 * 60).institution("the fire service");
        Fact fact = fact(dead("s1", 12, true, chief, nextDay), dead("s2", 19, false, ministry));
        assertValues(fact).containsExactly(tuple("19", CURRENT), tuple("12", RIVAL));
    }

    @Test
    void whoWithdrawsAFigureIsNoRivalAndDeniesNobody() {
        Saying union = by("a", "c1", 0).institution("the union");
        Saying withdraws = by("a", "c4", 90).institution("the union").denied();
        Saying ministry = by("a", "c2", 60).institution("the ministry");
        Fact fact = fact(
                dead("s1", 31, true, union, by("a", "c3", 60).institution("the union"), withdraws),
                dead("s2", 19, false, ministry));
        assertValues(fact).containsExactly(tuple("19", CURRENT));
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
        assertThat(fact.deniedBy()).isEmpty();
    }

    @Test
    void nobodyIsANumberAfterANumber() {
        Member none = new Member(
                "s2",
                Relation.OPPOSITE,
                "no one is missing any more",
                List.of(),
                List.of(by("b", "c2", 60).institution("the ministry").occurrence()));
        Fact fact = fact(dead("s1", 7, true, by("a", "c1", 0).institution("the harbour authority")), none);
        assertValues(fact).containsExactly(tuple("0", CURRENT), tuple("7", EARLIER));
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
        assertThat(fact.deniedBy()).isEmpty();
    }

    @Test
    void theQuantityIsTheOneThatWasCorrectedThoughTheWrongOneIsGone() {
        Member wrong = new Member(
                "s1",
                Relation.SAME,
                "voting went on for two hours at 14 stations",
                List.of(slot(0, 2, true), slot(1, 14, true)),
                List.of());
        Member right = new Member(
                "s2",
                Relation.VALUE,
                "voting went on for two hours at four stations",
                List.of(slot(0, 2, true), slot(1, 4, false)),
                List.of(by("a", "c1", 0).occurrence()));
        assertThat(fact(wrong, right).value()).contains("4");
    }

    @Test
    void anOlderTollInAnOutletsOwnVoiceIsNoRival() {
        Fact fact = fact(
                dead("s1", 12, true, by("radio", "c1", 0)),
                dead("s2", 19, false, by("b", "c2", 60).institution("the ministry")));
        assertValues(fact).containsExactly(tuple("19", CURRENT), tuple("12", EARLIER));
    }

    @Test
    void aRelayThatLagsDoesNotBringAnOldTollBack() {
        Fact quoting = fact(
                dead(
                        "s1",
                        12,
                        true,
                        by("a", "c1", 0).institution("the ministry"),
                        by("late", "c3", 90).institution("the ministry")),
                dead("s2", 19, false, by("a", "c2", 60).institution("the ministry")));
        Fact repeating = fact(
                dead("s1", 12, true, by("radio", "c1", 0), by("late", "c3", 90)),
                dead("s2", 19, false, by("a", "c2", 60).institution("the ministry")));
        for (Fact fact : List.of(quoting, repeating)) {
            assertValues(fact).containsExactly(tuple("19", CURRENT), tuple("12", EARLIER));
            assertThat(fact.values().get(1).at()).isEqualTo(at(90));
        }
    }

    @Test
    void anAuthorityMayReviseItsTollDownAgain() {
        Fact fact = fact(
                dead(
                        "s1",
                        12,
                        true,
                        by("a", "c1", 0).institution("the ministry"),
                        by("a", "c3", 90).institution("the ministry")),
                dead("s2", 19, false, by("a", "c2", 60).institution("the ministry")));
        assertValues(fact).containsExactly(tuple("12", CURRENT), tuple("19", EARLIER));
    }

    @Test
    void anArticleThatRecallsTheOldTollGivesTheNewOne() {
        Saying ministry = by("a", "c2", 60).institution("the ministry");
        Fact fact = fact(
                dead(
                        "s1",
                        12,
                        true,
                        by("a", "c1", 0).institution("the ministry"),
                        by("a", "c3", 60).institution("the ministry")),
                dead("s2", 9, false, ministry));
        assertThat(fact.value()).contains("9");
    }

    @Test
    void anAuthorityThatRepeatsItsTollAfterAnOutletsOwnCountIsARival() {
        Saying count = by("radio", "c2", 60);
        Saying ministry = by("b", "c1", 0).institution("the ministry");
        assertValues(fact(dead("s1", 12, true, ministry), dead("s2", 19, false, count)))
                .containsExactly(tuple("19", CURRENT), tuple("12", EARLIER));
        Fact kept = fact(
                dead("s1", 12, true, ministry, by("b", "c3", 90).institution("the ministry")),
                dead("s2", 19, false, count, by("radio", "c4", 120)));
        assertThat(kept.values())
                .extracting(FactValue::value, FactValue::standing)
                .contains(tuple("12", RIVAL));
    }

    @Test
    void aHedgeIsTheExactNumberItAgreesWith() {
        SlotValue about = new SlotValue(0, new Quantity(new BigDecimal("2500"), "soldier", true), true);
        SlotValue exact = new SlotValue(0, new Quantity(new BigDecimal("2514.0"), "soldier", false), true);
        Fact fact = fact(valued("s1", about, by("a", "c1", 0)), valued("s2", exact, by("b", "c2", 5)));
        assertValues(fact).containsExactly(tuple("2514", CURRENT));
        assertThat(fact.status()).isEqualTo(FactStatus.CORROBORATED);
        assertThat(fact.values().get(0).origins()).containsExactly("a", "b");
    }

    @Test
    void aHedgeThatComesAfterTheExactNumberIsThatNumber() {
        SlotValue about = new SlotValue(0, new Quantity(new BigDecimal("2500"), "person", true), true);
        Fact fact = fact(dead("s1", 2487, true, by("a", "c1", 0)), valued("s2", about, by("b", "c2", 5)));
        assertValues(fact).containsExactly(tuple("2487", CURRENT));
        assertThat(fact.origins()).containsExactly("a", "b");
    }

    @Test
    void onlySoManyValuesAreListedTheCurrentOneFirst() {
        Member[] tolls = IntStream.range(0, 130)
                .mapToObj(i -> dead("s" + (i + 1), 10 + i, i == 0, by("a", "c" + i, i)))
                .toArray(Member[]::new);
        Fact fact = fact(tolls);
        assertThat(fact.values()).hasSize(FactBuilder.LISTED);
        assertThat(fact.values().get(0).value()).isEqualTo("139");
        assertThat(fact.supportCount()).isEqualTo(130);
    }

    @Test
    void aHedgeThatFitsTwoNumbersMakesThemNotOne() {
        Fact fact = fact(
                valued(
                        "s1",
                        new SlotValue(0, new Quantity(new BigDecimal("20"), "person", true), true),
                        by("a", "c1", 0)),
                dead("s2", 19, true, by("b", "c2", 5)),
                dead("s3", 21, true, by("c", "c3", 9)));
        assertValues(fact).containsExactly(tuple("21", CURRENT), tuple("19", EARLIER), tuple("20", EARLIER));
    }

    @Test
    void theQuantityIsTheOneInWhichMembersDiffer() {
        Member leader = new Member(
                "s1",
                Relation.SAME,
                "six crew and 12 others died",
                List.of(slot(0, 6, true), slot(1, 12, true)),
                List.of(by("a", "c1", 0).occurrence()));
        Member later = new Member(
                "s2",
                Relation.VALUE,
                "six crew and 19 others died",
                List.of(slot(0, 6, true), slot(1, 19, false)),
                List.of(by("a", "c2", 9).occurrence()));
        assertThat(fact(leader, later).value()).contains("19");
        assertThat(fact(leader).value()).contains("6");
    }

    @Test
    void howOldSomebodyIsIsTheQuantityOnlyWhereThereIsNoOther() {
        Quantity years = new Quantity(BigDecimal.valueOf(27), Quantity.AGE, false);
        List<Occurrence> told = List.of(by("a", "c1", 0).occurrence());
        List<SlotValue> both = List.of(new SlotValue(0, years, true), slot(1, 2, true));
        assertThat(fact(new Member("s1", Relation.SAME, "harker 27 and 2 others died", both, told))
                        .value())
                .contains("2");
        assertThat(fact(new Member("s1", Relation.SAME, "harker 27 died", both.subList(0, 1), told))
                        .value())
                .contains("27");
    }

    @Test
    void denyingAnOlderTollIsNotDenyingTheCurrentOne() {
        Saying union = by("a", "c2", 60).institution("the union");
        Fact fact = fact(
                dead(
                        "s1",
                        20,
                        true,
                        by("b", "c1", 0),
                        by("a", "c3", 60).institution("the union").denied()),
                dead("s2", 12, false, union));
        assertThat(fact.deniedBy()).isEmpty();
        assertThat(fact.value()).contains("12");
    }

    @Test
    void onlyClaimsOfTheCurrentTollGiveTheFactItsOrigins() {
        Fact fact = fact(
                dead("s1", 12, true, by("a", "c1", 0), by("b", "c2", 1)), dead("s2", 19, false, by("a", "c3", 60)));
        assertThat(fact.origins()).containsExactly("a");
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
    }

    private static SlotValue slot(int index, int value, boolean agrees) {
        return new SlotValue(index, new Quantity(BigDecimal.valueOf(value), "person", false), agrees);
    }

    private static ListAssert<Tuple> assertValues(Fact fact) {
        return assertThat(fact.values().stream()
                .map(value -> tuple(value.value(), value.standing()))
                .toList());
    }
}
