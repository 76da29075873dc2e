package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DispersionTest {

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void independentFeedbackHasNone() {
        assertThat(of(40, 0, 24 * 60)).isBetween(1.0, 1.25);
    }

    /** Of n with correlation r it is 1 + (n − 1) r. */
    @Test
    void feedbackOfAnHourThatHangsTogetherHasWhatItsCorrelationMakes() {
        assertThat(of(101, 0.05, 24 * 60)).isBetween(5.0, 7.5);
    }

    @Test
    void aQuietStageTellsItToo() {
        assertThat(of(5, 0.2, 24 * 120)).isBetween(1.6, 2.2);
    }

    @Test
    void nothingIsSaidAtFirst() {
        assertThat(new Dispersion().factor()).isEqualTo(1);
    }

    /** Shares of an hour swing between two values, which makes the correlation wanted. */
    private double of(int perHour, double correlation, int hours) {
        Dispersion dispersion = new Dispersion();
        double p = 0.25;
        double swing = Math.sqrt(correlation * p * (1 - p));
        for (int hour = 0; hour < hours; hour++) {
            double share = p + (random.nextBoolean() ? swing : -swing);
            int negative = 0;
            for (int i = 0; i < perHour; i++) {
                negative += random.nextDouble() < share ? 1 : 0;
            }
            dispersion.add(hour, negative - perHour * p, perHour * p * (1 - p), perHour, 1e9);
        }
        return dispersion.factor();
    }
}
