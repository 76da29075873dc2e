package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BaselineTest {

    private final Baseline baseline = new Baseline();

    @Test
    void channelsWithMuchFeedbackHaveTheirOwnShare() {
        add("web", 0, 1000, 100);
        add("phone", 0, 1000, 500);
        baseline.fit(1, 1);

        assertThat(baseline.share()).isCloseTo(0.3, within(0.001));
        assertThat(baseline.expected("web", 5)).isCloseTo(0.1, within(0.005));
        assertThat(baseline.expected("phone", 5)).isCloseTo(0.5, within(0.005));
    }

    @Test
    void aChannelWithLittleFeedbackIsDrawnToTheStage() {
        add("web", 0, 1000, 200);
        add("post", 0, 4, 4);
        baseline.fit(1, 1);

        assertThat(baseline.expected("post", 0)).isBetween(0.25, 0.65);
        assertThat(baseline.knows("web")).isTrue();
        assertThat(baseline.knows("post")).isFalse();
        assertThat(baseline.knows("never-heard")).isFalse();
    }

    @Test
    void hoursOfTheWeekThatDoNotDifferAddNothing() {
        for (int slot = 0; slot < 168; slot++) {
            add("web", slot, 40, 10);
        }
        baseline.fit(1, 1);

        assertThat(baseline.expected("web", 7)).isCloseTo(0.25, within(1e-3));
    }

    @Test
    void hoursOfTheWeekThatDifferCount() {
        for (int slot = 0; slot < 168; slot++) {
            add("web", slot, 40, slot < 84 ? 4 : 20);
        }
        baseline.fit(1, 1);

        assertThat(baseline.expected("web", 7)).isBetween(0.1, 0.15);
        assertThat(baseline.expected("web", 100)).isBetween(0.45, 0.5);
    }

    @Test
    void itForgetsByHalvesButNotWhatAQuietStageHas() {
        add("web", 0, 4000, 1000);
        baseline.fit(0.5, 1);
        add("web", 0, 2000, 1000);
        assertThat(baseline.share()).as("500 and 1000 of 4000").isCloseTo(0.375, within(0.001));

        baseline.fit(0.001, 1);

        assertThat(baseline.effective()).isGreaterThan(Baseline.FLOOR - 100);
        assertThat(baseline.share()).isCloseTo(0.375, within(0.002));
    }

    @Test
    void whatIsForgottenTellsLess() {
        add("web", 0, 3000, 0);
        baseline.fit(0.5, 1);
        add("web", 0, 1500, 0);

        assertThat(baseline.effective())
                .as("3000 squared by 750 and 1500")
                .isCloseTo(3000.0 * 3000 / 2250, within(1e-6));
    }

    @Test
    void volumeIsFeedbackByTheHour() {
        add("web", 0, 480, 10);
        baseline.passed(48);

        assertThat(baseline.volume()).isEqualTo(10);
    }

    private void add(String channel, int slot, int count, int negative) {
        HourSums sums = new HourSums();
        sums.add(count, count * 1_000_000L, negative * 1_000_000L);
        baseline.add(channel, slot, sums);
    }
}
