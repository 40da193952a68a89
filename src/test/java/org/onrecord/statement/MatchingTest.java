package org.onrecord.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.onrecord.article.Article;
import org.onrecord.claim.Claim;
import org.onrecord.claim.ClaimKind;
import org.onrecord.claim.Mention;
import org.onrecord.claim.Modality;
import org.onrecord.claim.Source;
import org.onrecord.claim.SourceType;
import org.onrecord.claim.Span;
import org.onrecord.claim.Stance;

final class MatchingTest {
    private static final Instant THURSDAY = Instant.parse("2026-03-12T09:00:00Z");
    private final SentenceSketcher sketcher = new SentenceSketcher();
    private final SketchMatcher matcher = new SketchMatcher();

    @Example
    void theSameInOtherWordsIsTheSame() {
        assertThat(relation(
                        "The council approved 2.5 thousand new homes in Lindmar.",
                        "Lindmar council approved 2,500 new homes"))
                .isEqualTo(Relation.SAME);
    }

    @Example
    void anotherNumberInTheSameSlotIsAnotherValue() {
        Comparison comparison = matcher.compare(
                sketcher.sketch("The flood killed twelve people in Lindmar"),
                sketcher.sketch("The flood killed 15 people in Lindmar"));
        assertThat(comparison.relation()).isEqualTo(Relation.VALUE);
        assertThat(comparison.slots()).containsExactly(new Comparison.Slot(0, 0, false));
    }

    @Example
    void aNegationIsTheOpposite() {
        assertThat(relation(
                        "Lindmar council approved the new bridge", "Lindmar council did not approve the new bridge"))
                .isEqualTo(Relation.OPPOSITE);
    }

    @Example
    void namesInAListHaveNoOrder() {
        assertThat(relation(
                        "Ostrel and Delmara signed the treaty on fishing in the strait",
                        "Delmara and Ostrel signed the treaty on fishing in the strait"))
                .isEqualTo(Relation.SAME);
        assertThat(relation(
                        "Ostrel accused Delmara of fishing in the strait",
                        "Delmara accused Ostrel of fishing in the strait"))
                .isEqualTo(Relation.NONE);
    }

    @Example
    void whatIsYetToBeIsNotYet() {
        assertThat(relation(
                        "The Lindmar bridge has yet to show signs of rust",
                        "The Lindmar bridge has not shown signs of rust"))
                .isEqualTo(Relation.SAME);
        assertThat(relation(
                        "The Lindmar bridge has yet to show signs of rust",
                        "The Lindmar bridge has shown signs of rust"))
                .isEqualTo(Relation.OPPOSITE);
        assertThat(relation(
                        "The opening of the Lindmar bridge is not until March 9",
                        "The opening of the Lindmar bridge is on March 9"))
                .isEqualTo(Relation.SAME);
    }

    @Example
    void whoOwnsIsNoPartOfTheName() {
        assertThat(sketcher.sketch("The fire began in Ostrel's Harker Hall").names())
                .containsExactly("ostrel", "harker hall");
    }

    @Example
    void anotherActorIsAnotherStory() {
        assertThat(relation("Harker resigned over the new bridge", "Bellamy resigned over the new bridge"))
                .isEqualTo(Relation.NONE);
    }

    @Example
    void outletsNameOneThingEachTheirWay() {
        for (String other : List.of(
                "Sen. Bill Harker, Republican of Tennessee, met al-Qaida's envoy from Hewlett-Packard Co.",
                "Senator William L. Harker Jr., R-Tenn., met al-Qa'eda's envoy from H-P")) {
            assertThat(relation("Sen. Bill Harker, R-Tenn., met al-Qaeda's envoy from Hewlett-Packard", other))
                    .as(other)
                    .isEqualTo(Relation.SAME);
        }
        assertThat(Names.agree("muhammad harker", "mohamed harker")).isTrue();
        assertThat(Names.agree("h p", "hewlett packard")).isTrue();
        assertThat(Names.agree("moscow", "russians")).isTrue();
        assertThat(Names.agree("moscow", "kyiv")).isFalse();
        assertThat(Names.agree("martin", "morton")).isFalse();
        assertThat(Names.agree("bill harker", "walter harker")).isFalse();
    }

    @Example
    void unitsAreConverted() {
        assertThat(relation("The climber fell 60m from a ridge", "The climber fell about 200 feet from a ridge"))
                .isEqualTo(Relation.SAME);
        assertThat(relation("The climber fell 60m from a ridge", "The climber fell 60 feet from a ridge"))
                .isEqualTo(Relation.VALUE);
        assertThat(relation(
                        "The fire near Lindmar has burned 80,937 hectares of pine forest",
                        "The fire near Lindmar has burned 200,000 acres of pine forest"))
                .isEqualTo(Relation.SAME);
        assertThat(relation("Winds reached 65 miles per hour", "Winds reached 105 km/h"))
                .isEqualTo(Relation.SAME);
        assertThat(relation("The boy weighed 260 pounds", "The boy weighed 117kg"))
                .isEqualTo(Relation.SAME);
        assertThat(relation("Police found 33 pounds of marijuana in a car", "Police found 15kg of marijuana in a car"))
                .isEqualTo(Relation.SAME);
        assertThat(sketcher.sketch("The fine of 60 pounds").quantities())
                .containsExactly(new Quantity(new BigDecimal("60"), "gbp", false));
        assertThat(sketcher.sketch("The company lost £60m").quantities())
                .containsExactly(new Quantity(new BigDecimal("60000000"), "gbp", false));
        assertThat(sketcher.sketch("More than 60m people voted").quantities())
                .containsExactly(new Quantity(new BigDecimal("60000000"), "person", true));
    }

    @Example
    void whatFollowsALeaderIsGivenInItsUnit() {
        Quantity feet = new Quantity(new BigDecimal("200"), "foot", false);
        assertThat(feet.in("metre")).isEqualTo(new Quantity(new BigDecimal("61.0"), "metre", true));
        assertThat(new Quantity(new BigDecimal("200000"), "acre", false).in("hectare"))
                .isEqualTo(new Quantity(new BigDecimal("80900"), "hectare", true));
        assertThat(feet.in("person")).isEqualTo(feet);
    }

    @Example
    void millionsAgreeAsFarAsTheyAreGivenAndRoundedRatesDoNot() {
        assertThat(agree("$114.3 million", "$114 million")).isTrue();
        assertThat(agree("$6.32 billion", "$6.3 billion")).isTrue();
        assertThat(agree("$4.7 billion", "$4.62 billion")).isFalse();
        assertThat(agree("9.12 percent", "9.1 percent")).isTrue();
        assertThat(agree("4.25 percent", "4 percent")).isFalse();
    }

    @Example
    void howOldSomebodyIsCountsNothingElse() {
        assertThat(sketcher.sketch("Ida Harker, 27, and her 3-year-old son left")
                        .quantities())
                .extracting(Quantity::unit)
                .containsExactly(Quantity.AGE, Quantity.AGE);
        assertThat(relation(
                        "Ida Harker, 27, was charged with two counts of murder",
                        "Ida Harker was charged with two counts of murder"))
                .isEqualTo(Relation.SAME);
    }

    @Example
    void whatNegatesOnePartIsNoDenial() {
        assertThat(relation(
                        "Holders get 0.09 shares of Lindmar for each share",
                        "Holders get 0.09 shares of Lindmar (and no shares of Ostrel) for each share"))
                .isEqualTo(Relation.SAME);
        assertThat(relation(
                        "The car was found in Lindmar without its plates in a barn",
                        "The car was found abandoned in a barn in Lindmar"))
                .isEqualTo(Relation.SAME);
        assertThat(relation(
                        "Ostrel dont know who sent the letter to the mayor",
                        "Ostrel don't know who sent the letter to the mayor"))
                .isEqualTo(Relation.SAME);
        assertThat(relation(
                        "Neither the mayor nor his deputy knew of the letter",
                        "The mayor and his deputy did not know of the letter"))
                .isEqualTo(Relation.SAME);
        assertThat(relation(
                        "Lindmar will strike unless the tax is repealed",
                        "Lindmar will strike if the tax is not repealed"))
                .isEqualTo(Relation.SAME);
        assertThat(relation(
                        "No wonder Lindmar lost 846,000 subscribers last quarter",
                        "Lindmar lost 846,000 subscribers last quarter"))
                .isEqualTo(Relation.SAME);
    }

    @Example
    void peopleInOnePlaceAreTwoAndNamesThatOneAddsAreNot() {
        assertThat(relation(
                        "Tom Arden was arrested for drunken driving", "Luke Ferris was arrested for drunken driving"))
                .isEqualTo(Relation.NONE);
        assertThat(relation("A Danish sailor drowned off Portugal", "Norwegian sailor drowned off Portugal"))
                .isEqualTo(Relation.NONE);
        assertThat(relation("A Slovenian sailor drowned off Portugal", "Slovakian sailor drowned off Portugal"))
                .isEqualTo(Relation.NONE);
        assertThat(relation("A Danish sailor drowned off Portugal", "A sailor from Denmark drowned off Portugal"))
                .isEqualTo(Relation.SAME);
    }

    @Example
    void countriesAgreeWithTheirPeopleAndAcronymsWithTheirWords() {
        assertThat(Names.agree("netherlands", "dutch")).isTrue();
        assertThat(Names.agree("english", "british")).isTrue();
        assertThat(Names.agree("english", "scottish")).isFalse();
        assertThat(Names.agree("austria", "australian")).isFalse();
        assertThat(new Initials("the bureau of alcohol tobacco and firearms".split(" ", -1), List.of("tobacco"))
                        .spell("atf"))
                .isTrue();
        assertThat(new Initials("the bureau of alcohol tobacco and firearms".split(" ", -1), List.of("tobacco"))
                        .spell("cia"))
                .isFalse();
        assertThat(new Initials(
                                "the securities and exchange commission said".split(" ", -1),
                                List.of("exchange commission"))
                        .spell("sec"))
                .isTrue();
        assertThat(new Initials("ukrainian soldiers left".split(" ", -1), List.of("ukrainian")).spell("us"))
                .isFalse();
    }

    @Example
    void anotherDayIsAnotherStory() {
        assertThat(relation("The trial of Harker opens on June 7", "The trial of Harker opens on June 9"))
                .isEqualTo(Relation.NONE);
    }

    @Example
    void anExplanationNamesTheGuard() {
        Explanation why = matcher.explain(
                sketcher.sketch("Harker resigned over the new bridge"),
                sketcher.sketch("Bellamy resigned over the new bridge"));
        assertThat(why.guard()).isEqualTo(Guard.ACTORS);
        assertThat(why.links()).isFalse();
        assertThat(why.aspects())
                .anyMatch(aspect ->
                        aspect.name().equals("names") && aspect.finding().equals("differ"));
    }

    @Example
    void treesAreReadAsTheyWereWritten() throws IOException {
        List<ForestTrainer.Example> examples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            examples.add(new ForestTrainer.Example(new int[] {i, i % 7}, i > 100, 1));
        }
        Forest forest = ForestTrainer.train(examples, new int[] {1, 0}, 10, 2, 0.3, 1);
        StringWriter written = new StringWriter();
        try (PrintWriter out = new PrintWriter(written)) {
            forest.write(out);
        }
        Forest read = Forest.read(new BufferedReader(new StringReader(written.toString())));
        assertThat(forest.logit(new int[] {190, 3})).isPositive();
        assertThat(forest.logit(new int[] {10, 3})).isNegative();
        for (int i = 1; i < 200; i++) {
            assertThat(read.logit(new int[] {i, 3}))
                    .isEqualTo(forest.logit(new int[] {i, 3}))
                    .isGreaterThanOrEqualTo(read.logit(new int[] {i - 1, 3}));
        }
    }

    @Example
    void unlikeSentencesDifferInSignsAndCells() {
        List<Sketch> sketches = Stream.of(
                        "Harker resigned over the new bridge",
                        "The bank left its rate unchanged",
                        "A fire broke out in a paint warehouse",
                        "Rescuers searched collapsed houses",
                        "Train drivers walked out on Friday",
                        "Exports rose 4 percent in May",
                        "The court rejected the appeal",
                        "Voters confirmed the mayor")
                .map(sketcher::sketch)
                .toList();
        List<Integer> distances = new ArrayList<>();
        for (Sketch a : sketches) {
            for (Sketch b : sketches.subList(sketches.indexOf(a) + 1, sketches.size())) {
                distances.add(Signature.of(a).distance(Signature.of(b)));
            }
        }
        assertThat(distances).allMatch(distance -> distance > Embedding.SIZE / 3);
        assertThat(sketches.stream().map(s -> Cells.nearest(s.embedding(), 1)).distinct())
                .hasSizeGreaterThan(6);
    }

    @Example
    void quantitiesReadTheSameInWordsAndFigures() {
        assertThat(sketcher.sketch("about two and a half thousand sheep").quantities())
                .isEqualTo(sketcher.sketch("about 2,500 sheep").quantities())
                .singleElement()
                .matches(Quantity::hedged);
        assertThat(sketcher.sketch("a dozen bakers paid $38m and 61.4 per cent").quantities())
                .extracting(q -> q.value().toPlainString() + q.unit())
                .containsExactly("12baker", "38000000usd", "61.4%");
    }

    @Example
    void aHedgeLeavesRoomAndAFinerNumberIsTheOneItIsRoundedTo() {
        assertThat(agree("about 2,500 soldiers", "2,487 soldiers")).isTrue();
        assertThat(agree("2,500 soldiers", "2,487 soldiers")).isFalse();
        assertThat(agree("about 2,500 soldiers", "2,300 soldiers")).isFalse();
        assertThat(agree("61.4 per cent", "61 percent")).isTrue();
        assertThat(agree("61.4 per cent", "62 percent")).isFalse();
    }

    private boolean agree(String a, String b) {
        return Slots.agree(
                sketcher.sketch(a).quantities().get(0),
                sketcher.sketch(b).quantities().get(0));
    }

    @Example
    void sharesInWordsAreQuantities() {
        assertThat(sketcher.sketch("Two thirds of the ballots, half of the seats")
                        .quantities())
                .extracting(q -> q.value().toPlainString() + q.unit())
                .containsExactly("66.7%", "50%");
        assertThat(sketcher.sketch("The rate rose by a quarter of a percentage point")
                        .quantities())
                .isEqualTo(sketcher.sketch("The rate rose by 25 basis points").quantities());
    }

    @Example
    void aNumberThatNoLongerHoldsIsToldFromTheOneThatDoes() {
        for (String sentence : List.of(
                "5 miners are missing, down from 8",
                "The bank raised its rate from 8 percent to 5 percent",
                "The bank put growth this year at 5 percent, rather than 8",
                "The count was 5, withdrawing an earlier figure of 8",
                "The crown, which had touched 8 per euro earlier, was last at 5",
                "It was 5, and not 8")) {
            assertThat(sketcher.sketch(sentence).quantities())
                    .as(sentence)
                    .extracting(q -> (q.former() ? "not " : "") + q.text())
                    .containsExactlyInAnyOrder("5", "not 8");
        }
        for (String sentence : List.of(
                "Delegates from 20 towns met in Lindmar",
                "He was jailed for from 2 to 5 years",
                "Harker withdrew 300 soldiers",
                "Earlier on Tuesday, 12 people were hurt")) {
            assertThat(sketcher.sketch(sentence).quantities()).as(sentence).noneMatch(Quantity::former);
        }
    }

    @Example
    void whatIsTrueNowIsComparedWithWhatWasTrueBefore() {
        Comparison comparison = matcher.compare(
                sketcher.sketch("Turnout in Lindmar was 61.4 percent, the council said"),
                sketcher.sketch("Turnout in Lindmar was 58.9 percent rather than 61.4 percent, the council said"));
        assertThat(comparison.relation()).isEqualTo(Relation.VALUE);
        assertThat(comparison.slots()).containsExactly(new Comparison.Slot(0, 0, false));
    }

    @Example
    void aScoreIsOneQuantityAndARangeIsNone() {
        assertThat(sketcher.sketch("The vote was 5-2").quantities())
                .isEqualTo(sketcher.sketch("The board voted five to two").quantities())
                .extracting(Quantity::text)
                .containsExactly("5-2");
        assertThat(relation("The board of the Lindmar bank voted 5-2", "The board of the Lindmar bank voted 5-0"))
                .isEqualTo(Relation.VALUE);
        assertThat(sketcher.sketch("Between 10-15 people and 5-7 percent").quantities())
                .noneMatch(q -> q.unit().equals(Quantity.SCORE));
    }

    @Example
    void aTollCountsTheDeadAndNotTheInjured() {
        assertThat(sketcher.sketch("The death toll in Lindmar rose to 19 by evening")
                        .quantities())
                .extracting(Quantity::unit)
                .containsExactly("dead");
        assertThat(matcher.compare(
                                sketcher.sketch("The death toll in Lindmar rose to 19 by evening"),
                                sketcher.sketch("The explosion in Lindmar left 85 injured by evening"))
                        .slots())
                .isEmpty();
    }

    @Example
    void oneIsANumberOfWhatIsCounted() {
        assertThat(sketcher.sketch("one person was hurt, one of the council said")
                        .quantities())
                .extracting(Quantity::text)
                .containsExactly("1");
    }

    @Example
    void aNumberThatIsPartOfANameCountsNothing() {
        assertThat(sketcher.sketch("The fire broke out in Warehouse 9 at 5:52 on the quay")
                        .quantities())
                .isEmpty();
        assertThat(relation("The fire in Lindmar began in Warehouse 9", "The fire in Lindmar began in Warehouse 15"))
                .isEqualTo(Relation.NONE);
    }

    @Example
    void whatIsMeasuredInPerCentMustBeTheSame() {
        assertThat(relation(
                        "Turnout in Sunday's election in Lindmar was 58.9 percent",
                        "Harker was ahead with 47.2 percent of the vote in Sunday's election in Lindmar"))
                .isEqualTo(Relation.NONE);
        assertThat(relation("Inflation in Lindmar was 5.1 percent", "Core inflation in Lindmar was 4.1 percent"))
                .isEqualTo(Relation.NONE);
        assertThat(relation(
                        "Turnout in Sunday's election in Lindmar was 58.9 percent",
                        "Turnout in the election in Lindmar was 61.4 percent"))
                .isEqualTo(Relation.VALUE);
    }

    @Example
    void theDateOfWhatIsNamedNeedNotBeWhenItHappened() {
        assertThat(relation(
                        "Harker's share of the vote in Sunday's election in Lindmar was 47.2 percent",
                        "Harker's share of the vote in the election in Lindmar was 49.1 percent on Monday"))
                .isEqualTo(Relation.VALUE);
    }

    @Example
    void anotherOrdinalIsAnotherThing() {
        assertThat(relation("Harker lost the first round in Lindmar", "Harker lost the second round in Lindmar"))
                .isEqualTo(Relation.NONE);
        assertThat(relation("Harker lost the second round in Lindmar", "Harker lost the 2nd round in Lindmar"))
                .isEqualTo(Relation.SAME);
    }

    @Example
    void whatIsOfferedIsNotDone() {
        assertThat(relation("Harker offered to resign over the new bridge", "Harker resigned over the new bridge"))
                .isEqualTo(Relation.NONE);
    }

    @Example
    void whoWithdrawsDoesNotArrive() {
        assertThat(relation(
                        "Two Orovian battalions arrived in the Lindmar valley",
                        "Two Orovian battalions withdrew from the Lindmar valley"))
                .isEqualTo(Relation.NONE);
    }

    @Example
    void aYearAtTheStartTellsOfAnotherTime() {
        assertThat(relation(
                        "In 2011 twelve people died in a flood in Lindmar", "Twelve people died in a flood in Lindmar"))
                .isEqualTo(Relation.NONE);
    }

    @Example
    void victimsOfOneStoryAreOneCountHoweverTheyAreTold() {
        Comparison comparison = matcher.compare(
                statement("At least 12 people were killed", "a", THURSDAY).sketch(),
                statement("The death toll had risen to 19 by nightfall", "b", THURSDAY)
                        .sketch());
        assertThat(comparison.relation()).isEqualTo(Relation.VALUE);
        assertThat(comparison.score()).isGreaterThan(matcher.linkThreshold());
    }

    @Example
    void aNumberFarBeyondAnotherCountsOthers() {
        Comparison comparison = matcher.compare(
                statement("Twelve people were killed", "a", THURSDAY).sketch(),
                statement("it cost about 1,900 lives", "b", THURSDAY).sketch());
        assertThat(comparison.score()).isLessThan(matcher.linkThreshold());
    }

    @Example
    void whatIsOfferedIsNotWhatIsAccepted() {
        assertThat(matcher.explain(
                                sketcher.sketch("the minister had offered his resignation"),
                                sketcher.sketch("the premier had accepted his resignation"))
                        .guard())
                .isEqualTo(Guard.OUTCOME);
    }

    @Example
    void aSingleWordThatTheOtherHasNotTellsNothing() {
        Sketch rise = statement("The bank lifted its policy rate by a quarter of a point", "a", THURSDAY)
                .sketch();
        Sketch expected = statement("as expected", "b", THURSDAY).sketch();
        assertThat(matcher.explain(rise, expected).guard()).isEqualTo(Guard.LITTLE);
        assertThat(matcher.explain(expected, expected).guard()).isEqualTo(Guard.NONE);
    }

    @Example
    void zerosAfterThePointSayHowExactANumberIs() {
        Sketch crown = sketcher.sketch("The crown was last at 9.12 per euro");
        assertThat(matcher.compare(crown, sketcher.sketch("The crown was last at 9.10 per euro"))
                        .relation())
                .isEqualTo(Relation.VALUE);
        assertThat(matcher.compare(crown, sketcher.sketch("The crown was last at 9.1 per euro"))
                        .relation())
                .isEqualTo(Relation.SAME);
    }

    @Example
    void shortContentMeetsByItsArticleOrItsNumber() {
        assertThat(statement("Nobody was hurt", "a", THURSDAY).blocks())
                .containsAnyElementsOf(
                        statement("There were no injuries", "b", THURSDAY).blocks());
        assertThat(sketcher.sketch("Turnout was 61.4 percent").quantities())
                .isEqualTo(sketcher.sketch("it was put at 61.4 %").quantities());
        assertThat(statement("it was put at 61.4 %", "a", THURSDAY).blocks()).contains("q:61.4");
    }

    @Example
    void aDateInFiguresIsADate() {
        assertThat(sketcher.sketch("The trial opens on 2026-06-07").dates())
                .isEqualTo(sketcher.sketch("The trial opens on June 7, 2026").dates())
                .containsExactly("2026-06-07");
        assertThat(sketcher.sketch("Order 2026-99-99 was sent").dates()).isEmpty();
    }

    @Example
    void relativeDatesAreResolvedAgainstTheFirstPublication() {
        Sketch sketch = statement("Harker resigned on Wednesday", "a", THURSDAY).sketch();
        assertThat(sketch.dates()).containsExactly("2026-03-11");
        assertThat(statement("Harker resigned yesterday", "a", THURSDAY)
                        .sketch()
                        .dates())
                .containsExactly("2026-03-11");
    }

    @Example
    void aReprintIsTheSameStatementWhereItStandsAlone() {
        assertThat(statement("Harker resigned in Lindmar", "a", THURSDAY).id())
                .isEqualTo(
                        statement("Harker resigned, in Lindmar.", "b", THURSDAY).id())
                .isNotEqualTo(statement("Harker resigned in Lindmar", "a", THURSDAY.plusSeconds(86400 * 20))
                        .id());
        assertThat(statement("Nobody was hurt", "a", THURSDAY).id())
                .isNotEqualTo(statement("Nobody was hurt", "b", THURSDAY).id());
    }

    @Example
    void whoSaysBothIsAReasonToTakeThemForOne() {
        String checked = "the dyke was looked at in May";
        Sketch board = said(checked, "the Lindmar water board", "Rain fell.");
        Sketch chair = said("engineers had been to see it in spring", "water board chair Ida Harker", "It rained.");
        Sketch mayor = said("engineers had been to see it in spring", "Mayor Tom Bellamy", "It rained.");
        int apart = matcher.compare(board, mayor).score();
        assertThat(matcher.compare(board, chair).score()).isGreaterThan(apart + 500);
        assertThat(matcher.compare(said(checked, "residents of Lindmar", "Rain fell."), chair)
                        .score())
                .isEqualTo(apart);
    }

    @Example
    void whatOneSaysTwiceInAnArticleIsTwoThings() {
        Sketch one = said("the dyke was looked at in May", "the water board", "Rain fell.");
        String other = "engineers had been to see it in spring";
        assertThat(matcher.compare(one, said(other, "the water board", "Rain fell."))
                        .score())
                .isEqualTo(matcher.compare(one, said(other, "the mayor", "Rain fell."))
                        .score());
    }

    @Example
    void aSpeakerIsTheWordsThatTellWhoItIs() {
        assertThat(said("it rained", "an official", "").speaker()).isEmpty();
        assertThat(said("it rained", "the Lindmar water board", "").speaker()).contains("lindmar", "board");
        assertThat(statement("it rained", "a", THURSDAY).sketch().speaker()).isEmpty();
    }

    @Property(tries = 60)
    void anyTextIsSketchedComparedAndKept(
            @ForAll @StringLength(max = 300) String a, @ForAll @StringLength(max = 40) String b) {
        Statement one = statement(a, "a", THURSDAY);
        Statement two = statement(b, "b", THURSDAY);
        Comparison there = matcher.compare(one.sketch(), two.sketch());
        Comparison back = matcher.compare(two.sketch(), one.sketch());
        assertThat(there.score()).isBetween(0, 10_000).isEqualTo(back.score());
        assertThat(there.relation()).isEqualTo(back.relation());
        assertThat(one.blocks()).hasSizeBetween(1, 24);
        assertThat(SketchCodec.fromBytes(SketchCodec.toBytes(one.sketch()))).isEqualTo(one.sketch());
    }

    @Example
    void extremeTextsStayBounded() {
        for (String text : List.of(
                "",
                "9".repeat(5000),
                "9 ".repeat(5000),
                "trillion ".repeat(3000),
                "北京市 ".repeat(2000),
                "9999999999999999 trillion trillion trillion",
                "A".repeat(20000),
                "1,000".repeat(900),
                "—".repeat(4000))) {
            Statement statement = statement(text, "a", THURSDAY);
            assertThat(statement.blocks()).hasSizeBetween(1, 24);
            assertThat(SketchCodec.toBytes(statement.sketch())).hasSizeLessThan(40_000);
            matcher.compare(statement.sketch(), sketcher.sketch("Harker resigned"));
        }
    }

    private Relation relation(String a, String b) {
        return matcher.judge(sketcher.sketch(a), sketcher.sketch(b)).relation();
    }

    private Statement statement(String text, String article, Instant at) {
        return statement(text, Optional.empty(), article, "Rain fell.", at);
    }

    private Sketch said(String text, String source, String lead) {
        Mention mention = Mention.of("x", List.of(new Span(0, 1)));
        return statement(text, Optional.of(new Source(mention, source, SourceType.UNKNOWN)), "a", lead, THURSDAY)
                .sketch();
    }

    private Statement statement(String text, Optional<Source> source, String article, String lead, Instant at) {
        Claim claim = new Claim(
                source.isPresent() ? ClaimKind.INDIRECT : ClaimKind.OWN_VOICE,
                Mention.of("x", List.of(new Span(0, 1))),
                source,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Stance.ASSERTS,
                Modality.FACT,
                text,
                .9);
        return sketcher.sketch(
                claim, new Article(article, "daily", Optional.empty(), "Floods in Lindmar", at, at, lead), at);
    }
}
