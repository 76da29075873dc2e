package io.throughline.local.alertbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void medianAndNinetiethCountWhatWasMissedAsEndless() {
        Tally tally = new Tally();
        for (int hours = 1; hours <= 9; hours++) {
            tally.found(hours, 1);
        }
        tally.missed();
        assertThat(tally.median().value()).isEqualTo(5);
        assertThat(tally.median().low()).isEqualTo(2);
        assertThat(tally.median().high()).isEqualTo(9);
        assertThat(tally.ninetieth().value()).isEqualTo(9);
        assertThat(tally.ninetieth().high()).isInfinite();
        assertThat(tally.mean().value()).isEqualTo(5);
        assertThat(tally.restrictedMean(100)).isEqualTo(14.5);
        assertThat(tally.shareMissed().value()).isEqualTo(0.1);
        assertThat(tally.shareMissed().low()).isCloseTo(0.018, within(0.001));
        assertThat(tally.shareMissed().high()).isCloseTo(0.404, within(0.001));
    }

    @Test
    void theIntervalOfARateKnowsThatAlarmsOfASeedHangTogether() {
        Tally even = new Tally();
        Tally uneven = new Tally();
        for (int seed = 0; seed < 20; seed++) {
            even.quiet(1, 8);
            uneven.quiet(seed == 0 ? 20 : 0, 8);
        }
        assertThat(even.rate().value()).isEqualTo(uneven.rate().value()).isEqualTo(0.125);
        assertThat(even.rate().high()).isCloseTo(0.125, within(1e-9));
        assertThat(uneven.rate().high()).isGreaterThan(0.3);
        Tally none = new Tally();
        none.quiet(0, 30);
        assertThat(none.rate().high()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void anAlertThatNeverEndsCountsForTheMedianOfTheEnds() {
        Tally tally = new Tally();
        tally.resolved(-1);
        tally.resolved(4);
        tally.resolved(6);
        tally.neverResolved();
        assertThat(tally.medianResolve()).isEqualTo(4);
        assertThat(tally.resolvedEarly()).isEqualTo(0.25);
        assertThat(tally.shareUnresolved()).isEqualTo(0.25);
    }
}
