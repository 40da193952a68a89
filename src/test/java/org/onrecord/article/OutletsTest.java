package org.onrecord.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
