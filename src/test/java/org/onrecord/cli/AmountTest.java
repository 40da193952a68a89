package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountTest {
    @Test
    void aNumberIsGroupedAndItsUnitAgreesWithIt() {
        assertThat(Amount.of("1", "troop")).isEqualTo("1 troop");
        assertThat(Amount.of("1500", "troop")).isEqualTo("1,500 troops");
        assertThat(Amount.of("12", "person")).isEqualTo("12 people");
        assertThat(Amount.of("2", "party")).isEqualTo("2 parties");
        assertThat(Amount.of("23", "dead")).isEqualTo("23 dead");
        assertThat(Amount.of("4.75", "%")).isEqualTo("4.75%");
        assertThat(Amount.of("38000000", "usd")).isEqualTo("38,000,000 usd");
        assertThat(Amount.of("9.11", null)).isEqualTo("9.11");
    }
}
