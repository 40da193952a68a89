package org.onrecord.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletsTest {
    private static final Outlets OUTLETS = Outlets.load();

    @Test
    void anOutletIsKnownByWhatItIsCalled() {
        Map.ofEntries(
                        Map.entry("the news agency Orbis Wire", "Orbis Wire"),
                        Map.entry("the state news agency SANA", "SANA"),
                        Map.entry("the agency Orbis", "Orbis"),
                        Map.entry("the state agency ORB", "ORB"),
                        Map.entry("the Anadolu agency", "Anadolu"),
                        Map.entry("the Morgenbrief newspaper", "Morgenbrief"),
                        Map.entry("the daily Morgenbrief", "Morgenbrief"),
                        Map.entry("Channel Nine", "Channel Nine"),
                        Map.entry("Ruvian state television", "Ruvian state television"),
                        Map.entry("the state news agency", "state news agency"),
                        Map.entry("Agence France-Presse", "AFP"),
                        Map.entry("the Associated Press", "AP"))
                .forEach((phrase, name) ->
                        assertThat(OUTLETS.named(phrase)).as(phrase).contains(name));
    }

    @Test
    void otherAgenciesAndPeopleAreNoOutlets() {
        for (String phrase : new String[] {
            "the Environment Agency",
            "the space agency",
            "the space agency NORSAT",
            "the agency",
            "a newspaper",
            "Hill",
            "the sun",
            "reporters"
        }) {
            assertThat(OUTLETS.named(phrase)).as(phrase).isEmpty();
        }
    }

    @Test
    void anOperatorsListAddsToTheShippedOneAndHoldsWhereBothHaveAName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("more.tsv"),
                "id\tname\taliases\tfamily\nmorgenbrief\tMorgenbrief\tMB\tNordpress\nreuters\tReuters\t\tNordpress\n");
        Outlets outlets = Outlets.load(file);
        assertThat(outlets.find("MB")).contains(new Outlet("morgenbrief", "Morgenbrief", "Nordpress"));
        assertThat(outlets.find("Reuters")).contains(new Outlet("reuters", "Reuters", "Nordpress"));
        assertThat(outlets.find("AFP")).isPresent();
    }

    @Test
    void aListThatIsNoneIsRefusedInWords(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("more.tsv"), "id\tname\nmorgenbrief, Morgenbrief\n");
        assertThatThrownBy(() -> Outlets.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("four columns")
                .hasMessageContaining("more.tsv");
        assertThatThrownBy(() -> Outlets.load(folder.resolve("nowhere.tsv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere.tsv");
    }
}
