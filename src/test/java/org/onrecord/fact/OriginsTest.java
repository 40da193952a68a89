package org.onrecord.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.fact.Saying.by;
import static org.onrecord.fact.Told.fact;
import static org.onrecord.fact.Told.leader;
import static org.onrecord.fact.Told.worded;

import org.junit.jupiter.api.Test;
import org.onrecord.claim.SourceType;

class OriginsTest {
    private static final String LONG = "the terminal at port ambry was closed on tuesday";

    @Test
    void aMinistryIsOneOriginWhoeverCarriesIt() {
        Fact fact = fact(leader(
                by("reuters", "c1", 0).institution("Iraq's foreign ministry"),
                by("shafaq", "c2", 5).institution("the Foreign Ministry of Iraq"),
                by("post", "c3", 9).institution("the foreign ministry")));
        assertThat(fact.origins()).containsExactly("Iraq's foreign ministry");
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void aTitleInAnotherClaimTellsWhoseMinisterSomebodyIs() {
        Saying minister = by("a", "c1", 0).source("Askel", "Jorun Askel", SourceType.PERSON);
        Saying ministry = by("b", "c2", 5).institution("the defence ministry");
        assertThat(fact(leader(minister, ministry)).origins()).containsExactly("Jorun Askel", "defence ministry");
        assertThat(fact(leader(
                                minister,
                                ministry,
                                by("c", "c3", 9)
                                        .institution("the defence ministry")
                                        .text("The letter came from Defence Minister Jorun Askel")))
                        .origins())
                .containsExactly("defence ministry");
    }

    @Test
    void theMinistriesOfTwoCountriesAreTwoOrigins() {
        Fact fact = fact(leader(
                by("a", "c1", 0).institution("Iraq's foreign ministry"),
                by("b", "c2", 5).institution("Iran's foreign ministry"),
                by("c", "c3", 9).institution("Iraq")));
        assertThat(fact.origins()).hasSize(3);
    }

    @Test
    void anOutletThatIsCitedAsTheSourceIsThatOutlet() {
        Fact fact = fact(leader(
                by("meridian-wire", "c1", 0).named("Meridian Wire"),
                by("post", "c2", 5).institution("Meridian Wire")));
        assertThat(fact.origins()).containsExactly("Meridian Wire");
    }

    @Test
    void whatAnInstitutionDecidesComesFromItInWhosesoeverVoice() {
        Fact fact = fact(leader(
                by("post", "c1", 0).text("The Bank of Norvenia has raised its key rate to 4.75%"),
                by("radio", "c2", 5).text("Loans will cost more after the central bank lifted its policy rate")));
        assertThat(fact.origins()).containsExactly("Bank of Norvenia");
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void whatAPersonDoesOrBefallsAnInstitutionOutletsWitness() {
        Fact fact = fact(leader(
                by("post", "c1", 0).text("The minister raised her glass to the bank"),
                by("radio", "c2", 5).text("Fire gutted the central bank")));
        assertThat(fact.origins()).hasSize(2);
    }

    @Test
    void anAnonymousSourceIsOneForEachOutletItSpokeTo() {
        Fact fact = fact(leader(
                by("reuters", "c1", 0).named("Reuters").anonymous("three sources"),
                by("lakeside-tv", "c2", 5).named("Lakeside TV").anonymous("a diplomat"),
                by("shafaq", "c3", 9).via("Reuters").anonymous("sources")));
        assertThat(fact.origins()).containsExactly("anonymous sources of Lakeside TV", "anonymous sources of Reuters");
        assertThat(fact.status()).isEqualTo(FactStatus.CORROBORATED);
    }

    @Test
    void aRelayCountsAsTheOneRelayed() {
        Fact fact = fact(leader(
                by("meridian-wire", "c1", 0).named("Meridian Wire"),
                by("harbour-post", "c2", 5).via("Meridian Wire"),
                by("orovia-daily", "c3", 7).via("meridian-wire")));
        assertThat(fact.origins()).containsExactly("Meridian Wire");
        assertThat(fact.supportCount()).isEqualTo(3);
    }

    @Test
    void anOutletAndItsFullNameAreOne() {
        Fact fact = fact(leader(
                by("national-wire", "c1", 0).named("Istmara National Wire"),
                by("radio-vela", "c2", 5).via("Istmara National Wire")));
        assertThat(fact.origins()).containsExactly("Istmara National Wire");
    }

    @Test
    void outletsOfOnePublisherAreOne() {
        Families families = outlet -> outlet.startsWith("reuters") ? "reuters" : outlet;
        Fact fact = fact(families, leader(by("reuters-uk", "c1", 0), by("reuters-world", "c2", 5)));
        assertThat(fact.origins()).containsExactly("reuters-uk");
    }

    @Test
    void aReprintIsNoSecondOriginAndIsKnownByTheEarliest() {
        Fact fact = fact(worded("s1", LONG, by("gulf-ledger", "c2", 5), by("coast-courier", "c1", 0)));
        assertThat(fact.origins()).containsExactly("coast-courier");
        assertThat(fact.status()).isEqualTo(FactStatus.REPORTED);
    }

    @Test
    void aFewEqualWordsAreNoReprint() {
        Fact fact = fact(worded("s1", "the terminal was closed", by("a", "c1", 0), by("b", "c2", 5)));
        assertThat(fact.origins()).containsExactly("a", "b");
        assertThat(fact.status()).isEqualTo(FactStatus.CORROBORATED);
    }

    @Test
    void theOwnVoiceOfAnOutletIsNoOriginBesideTheSourceThatItNames() {
        Fact fact = fact(leader(by("post", "c1", 0), by("post", "c2", 1).institution("the interior ministry")));
        assertThat(fact.origins()).containsExactly("interior ministry");
    }

    @Test
    void aSpokespersonSpeaksForTheInstitution() {
        Fact fact = fact(leader(
                by("a", "c1", 0).anonymous("a spokesman for the interior ministry"),
                by("b", "c2", 1).institution("the interior ministry"),
                by("c", "c3", 2).anonymous("the interior ministry's spokeswoman")));
        assertThat(fact.origins()).containsExactly("interior ministry");
    }

    @Test
    void aGovernorSpeaksForTheBankButAFormerOneDoesNot() {
        Saying bank = by("a", "c1", 0).institution("the Bank of Norvenia");
        String name = "Elin Tarsted";
        assertThat(fact(leader(
                                bank,
                                by("b", "c2", 1)
                                        .source("Bank of Norvenia governor Elin Tarsted", name, SourceType.PERSON)))
                        .origins())
                .containsExactly("Bank of Norvenia");
        assertThat(fact(leader(
                                bank,
                                by("b", "c2", 1)
                                        .source("former Bank of Norvenia governor Tarsted", name, SourceType.PERSON)))
                        .origins())
                .containsExactly("Bank of Norvenia", name);
    }

    @Test
    void aShortNameThatFitsTwoStaysApart() {
        Fact fact = fact(leader(
                by("a", "c1", 0).institution("the ministry"),
                by("b", "c2", 1).institution("the health ministry"),
                by("c", "c3", 2).institution("the interior ministry")));
        assertThat(fact.origins()).hasSize(3);
    }

    @Test
    void aMinisterIsTheMinistry() {
        Fact fact = fact(leader(
                by("a", "c1", 0).institution("the interior ministry of Delmara"),
                by("b", "c2", 5).source("Corran", "Interior Minister Livia Corran", SourceType.PERSON),
                by("c", "c3", 9)
                        .source(
                                "the ministry",
                                "the interior ministry's spokesman, Bram Veltkin,",
                                SourceType.INSTITUTION),
                by("d", "c4", 9).source("The minister", "The minister", SourceType.UNKNOWN)));
        assertThat(fact.origins()).containsExactly("interior ministry of Delmara");
    }

    @Test
    void aPersonIsOneBySurnameAndByFullNameUnlessTwoHaveTheSurname() {
        Saying full = by("a", "c1", 0).source("Ostler", "Pia Ostler, who heads the coalition", SourceType.INSTITUTION);
        Saying surname = by("b", "c2", 5).source("Ostler", "Ostler", SourceType.INSTITUTION);
        assertThat(fact(leader(full, surname)).origins()).containsExactly("Pia Ostler");
        Fact fact = fact(leader(
                by("a", "c1", 0).source("Ostler", "Pia Ostler, who heads the coalition", SourceType.INSTITUTION),
                by("b", "c2", 5).source("Ostler", "Ostler", SourceType.INSTITUTION),
                by("c", "c3", 9).source("he", "Tom Ostler", SourceType.PERSON)));
        assertThat(fact.origins()).containsExactly("Ostler", "Pia Ostler", "Tom Ostler");
    }

    @Test
    void ministersOfTwoMinistriesAreTwo() {
        Fact fact = fact(leader(
                by("a", "c1", 0).source("Berg", "Finance Minister Tom Berg", SourceType.PERSON),
                by("b", "c2", 5).source("Ostler", "Interior Minister Pia Ostler", SourceType.PERSON),
                by("c", "c3", 9).institution("the finance ministry")));
        assertThat(fact.origins()).containsExactly("Pia Ostler", "finance ministry");
    }

    @Test
    void anOfficialIsNobodyWhoIsNamedWhereverTheyWork() {
        Fact fact = fact(leader(
                by("a", "c1", 0).institution("An official in the ministry's procurement department"),
                by("b", "c2", 5).institution("the ministry")));
        assertThat(fact.origins()).containsExactly("anonymous sources of a", "ministry");
    }

    @Test
    void wordsThatANamedSourceSaidAreTheirsWhereverTheyArePrinted() {
        Fact fact = fact(worded(
                "s1",
                LONG,
                by("wire", "c1", 0).source("she", "Commission chair Almira Sedwick", SourceType.PERSON),
                by("radio", "c2", 5).anonymous("she"),
                by("post", "c3", -5)));
        assertThat(fact.origins()).containsExactly("Almira Sedwick");
    }

    @Test
    void whoDeniesWordsHasNotSaidThem() {
        Fact fact = fact(worded(
                "s1",
                LONG,
                by("post", "c1", 0),
                by("post", "c2", 0).institution("the ministry").denied()));
        assertThat(fact.origins()).containsExactly("post");
        assertThat(fact.deniedBy()).containsExactly("ministry");
        assertThat(fact.status()).isEqualTo(FactStatus.DISPUTED);
    }

    @Test
    void twoNamedSourcesWithTheSameWordsStayTwo() {
        Fact fact = fact(worded(
                "s1",
                LONG,
                by("wire", "c1", 0).institution("the ministry"),
                by("radio", "c2", 5).institution("the union"),
                by("radio", "c3", 5)));
        assertThat(fact.origins()).containsExactly("ministry", "union");
    }

    @Test
    void whatAnOutletSaysAfterAnAuthorityIsNoNewsOfItsOwn() {
        Saying ministry = by("a", "c1", 10).institution("the ministry");
        assertThat(fact(leader(ministry, by("b", "c2", 20))).origins()).containsExactly("ministry");
        assertThat(fact(leader(ministry, by("b", "c2", 5))).origins()).containsExactly("b", "ministry");
    }

    @Test
    void anAgencyIsKnownByWhatItIsCalledToo() {
        Fact fact = fact(leader(
                by("meridian-wire", "c1", 0).named("Meridian Wire"),
                by("post", "c2", 5).source("the agency", "the news agency Meridian Wire", SourceType.PERSON)));
        assertThat(fact.origins()).containsExactly("Meridian Wire");
    }
}
