package io.throughline.local.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NabScorerTest {

    private static final NabSeries TWO =
            Made.series(1_000, new NabWindow(300, 399), new NabWindow(600, 699));

    @Test
    void detectingNothingIsZero() {
        NabScore score = score(NabProfile.STANDARD, Made.detected(TWO));

        assertThat(score.score()).isZero();
        assertThat(score.raw()).isEqualTo(-2);
        assertThat(score.windows()).isEqualTo(2);
        assertThat(score.found()).isZero();
    }

    @Test
    void everyWindowFoundAtItsBeginningIsAHundred() {
        for (NabProfile profile : NabProfile.values()) {
            NabScore score = score(profile, Made.detected(TWO, 300, 600));

            assertThat(score.score()).isCloseTo(100, within(1e-9));
            assertThat(score.found()).isEqualTo(2);
        }
    }

    @Test
    void onlyTheEarliestDetectionInAWindowCounts() {
        assertThat(score(NabProfile.STANDARD, Made.detected(TWO, 300, 301, 350, 399)).raw())
                .isEqualTo(score(NabProfile.STANDARD, Made.detected(TWO, 300)).raw());
    }

    @Test
    void falseDetectionsCostByTheProfile() {
        // one before any window, at full weight; one window found, one missed
        ScoredSeries scored = Made.detected(TWO, 200, 300);

        assertThat(score(NabProfile.STANDARD, scored).raw()).isCloseTo(1 - 0.11 - 1, within(1e-12));
        assertThat(score(NabProfile.REWARD_LOW_FP_RATE, scored).raw())
                .isCloseTo(1 - 0.22 - 1, within(1e-12));
        assertThat(score(NabProfile.REWARD_LOW_FN_RATE, scored).raw())
                .isCloseTo(1 - 0.11 - 2, within(1e-12));
        assertThat(score(NabProfile.STANDARD, scored).score())
                .isCloseTo(100 * (-0.11 + 2) / 4, within(1e-9));
    }

    @Test
    void everyFalseDetectionCosts() {
        assertThat(score(NabProfile.STANDARD, Made.detected(TWO, 200, 201, 202)).raw())
                .isCloseTo(-2 - 3 * 0.11, within(1e-12));
    }

    @Test
    void whatIsDetectedWhileLearningCountsForNothing() {
        assertThat(score(NabProfile.STANDARD, Made.detected(TWO, 0, 149)).raw()).isEqualTo(-2);
        assertThat(score(NabProfile.STANDARD, Made.detected(TWO, 150)).raw()).isLessThan(-2);
    }

    @Test
    void seriesWithoutWindowsCanOnlyCost() {
        ScoredSeries quiet = Made.detected(Made.named("made/quiet.csv", 1_000), 500);
        NabScorer scorer = new NabScorer(List.of(Made.detected(TWO, 300, 600), quiet));

        NabScore score = scorer.score(NabProfile.STANDARD, 1);
        assertThat(score.raw()).isCloseTo(2 - 0.11, within(1e-12));
        assertThat(score.falsePositives()).isEqualTo(1);
        assertThat(new NabScorer(List.of(quiet)).score(NabProfile.STANDARD, 1).score()).isNull();
    }

    @Test
    void theBestThresholdWeighsAllFilesTogether() {
        // .9 finds a window here; in the other file everything above .5 is a false alarm
        NabSeries one = Made.named("made/one.csv", 1_000, new NabWindow(300, 399));
        double[] finds = new double[1_000];
        finds[300] = 0.9;
        double[] alarms = new double[1_000];
        for (int row = 400; row < 405; row++) {
            alarms[row] = 0.8;
        }
        NabScorer scorer =
                new NabScorer(
                        List.of(
                                new ScoredSeries(one, finds),
                                new ScoredSeries(Made.named("made/two.csv", 1_000), alarms)));

        assertThat(scorer.bestThreshold(NabProfile.STANDARD)).isEqualTo(0.9);
        assertThat(scorer.score(NabProfile.STANDARD, 0.9).score()).isCloseTo(100, within(1e-9));
        assertThat(scorer.score(NabProfile.STANDARD, 0.8).score())
                .isCloseTo(100 * (2 - 0.55) / 2, within(1e-9));
    }

    @Test
    void rowsOfOneScoreAreDetectedTogether() {
        // with the first of them alone it would be 100
        NabScorer scorer =
                new NabScorer(
                        List.of(
                                Made.detected(
                                        Made.series(1_000, new NabWindow(300, 399)),
                                        300,
                                        700,
                                        800)));

        double threshold = scorer.bestThreshold(NabProfile.STANDARD);
        assertThat(threshold).isEqualTo(1);
        assertThat(scorer.score(NabProfile.STANDARD, threshold).falsePositives()).isEqualTo(2);
    }

    @Test
    void theBestOfASeriesOfFalseAlarmsIsToDetectNothing() {
        NabScorer scorer = new NabScorer(List.of(Made.detected(Made.series(1_000), 400, 500)));

        assertThat(scorer.bestThreshold(NabProfile.STANDARD)).isEqualTo(NabScorer.NOTHING);
    }

    private static NabScore score(NabProfile profile, ScoredSeries scored) {
        return new NabScorer(List.of(scored)).score(profile, 1);
    }
}
