package org.onrecord.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.onrecord.claim.Modality;

/** More of anything that speaks for a fact never makes it less sure. */
class ConfidencePropertyTest {
    @Property
    void anotherOriginNeverLowersIt(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 100) Integer> read,
            @ForAll @IntRange(max = 100) int another,
            @ForAll Modality modality) {
        List<Integer> more = new ArrayList<>(read);
        more.add(another);
        assertThat(confidence(more, modality)).isGreaterThanOrEqualTo(confidence(read, modality));
    }

    @Property
    void aClaimThatIsMoreSurelyReadNeverLowersIt(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 90) Integer> read,
            @ForAll @IntRange(max = 11) int which,
            @ForAll Modality modality) {
        List<Integer> surer = new ArrayList<>(read);
        surer.set(which % read.size(), read.get(which % read.size()) + 10);
        assertThat(confidence(surer, modality)).isGreaterThanOrEqualTo(confidence(read, modality));
    }

    @Property
    void firmerWordsNeverLowerIt(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = 100) Integer> read) {
        assertThat(confidence(read, Modality.FACT)).isGreaterThanOrEqualTo(confidence(read, Modality.PLAN));
        assertThat(confidence(read, Modality.PLAN)).isGreaterThanOrEqualTo(confidence(read, Modality.POSSIBLE));
    }

    @Property
    void aSecondClaimOfAnOriginNeverLowersItAndItStaysBetweenNoneAndAll(
            @ForAll @IntRange(max = 100) int first, @ForAll @IntRange(max = 100) int second) {
        Confidence once = new Confidence();
        once.add("ministry", Modality.FACT, first);
        Confidence twice = new Confidence();
        twice.add("ministry", Modality.FACT, first);
        twice.add("ministry", Modality.POSSIBLE, second);
        assertThat(twice.value()).isBetween(once.value(), 1.0);
        assertThat(once.value()).isNotNegative();
    }

    private static double confidence(List<Integer> read, Modality modality) {
        Confidence confidence = new Confidence();
        for (int i = 0; i < read.size(); i++) {
            confidence.add("origin " + i, modality, read.get(i));
        }
        return confidence.value();
    }
}
