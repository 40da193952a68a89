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
        Map.of(
                        "the news agency Orbis Wire", "Orbis Wire",
                        "the state news agency SANA", "SANA",
                        "the Anadolu agency", "Anadolu",
                        "the Morgenbrief newspaper", "Morgenbrief",
                        "the daily Morgenbrief", "Morgenbrief",
                        "Channel Nine", "Channel Nine",
                        "Ruvian state television", "Ruvian state television",
                        "the state news agency", "state news agency",
                        "Agence France-Presse", "AFP",
                        "the Associated Press", "AP")
                .forEach((phrase, name) ->
                        assertThat(OUTLETS.named(phrase)).as(phrase).contains(name));
    }

    @Test
    void otherAgenciesAndPeopleAreNoOutlets() {
        for (String phrase : new String[] {
            "the Environment Agency", "the space agency", "the agency", "a newspaper", "Hill", "the sun", "reporters"
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
