package org.onrecord.claim.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CalibrationTest {
    @Property(tries = 100)
    void aHigherRawConfidenceIsNeverALowerShare(@ForAll long seed) {
        Random random = new Random(seed);
        double[] raw = random.doubles(200).toArray();
        boolean[] right = new boolean[raw.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = random.nextBoolean();
        }
        Calibration calibration = Calibration.fit(raw, right);
        double last = 0;
        for (int i = 0; i <= 1000; i++) {
            double share = calibration.of(i / 1000.0);
            assertThat(share).isBetween(last, 1.0);
            last = share;
        }
    }

    @Example
    void theShareIsWhatWasCounted() {
        double[] raw = new double[1000];
        boolean[] right = new boolean[raw.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = i < 500 ? .2 : .8;
            right[i] = i < 500 ? i % 10 == 0 : i % 10 != 0;
        }
        Calibration calibration = Calibration.fit(raw, right);
        assertThat(calibration.of(.2)).isCloseTo(.1, within(.05));
        assertThat(calibration.of(.825)).isCloseTo(.9, within(.05));
    }
}
