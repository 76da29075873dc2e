package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.alert.AlertRules;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdGridTest {

    private static final long WINDOWS = 16_128;

    @Test
    void theTableHoldsWhatTheSolverSolves() {
        ThresholdGrid.Node node = new ThresholdGrid.Node(2, 0.08, 30, WINDOWS, 2, 4, 1);
        Map<ThresholdGrid.Node, Limits> table = ThresholdTable.read();

        Limits solved = RuleSolver.solve(node.setting());

        assertThat(table).containsKey(node);
        assertThat(table.get(node).threshold()).isCloseTo(solved.threshold(), within(6e-4));
        assertThat(table.get(node).limit()).isCloseTo(solved.limit(), within(6e-4));
    }

    @Test
    void theGateLowersTheThresholdAndTheVolumeRaisesIt() {
        assertThat(at(0.25, 13_440, 0.08)).isLessThan(at(0.25, 13_440, 0));
        assertThat(at(0.25, 13_440, 0)).isLessThan(PlainCusum.threshold(0.25, 2, 13_440));
        assertThat(at(0.25, 2_688, 0.08)).isLessThan(at(0.25, 13_440, 0.08));
        assertThat(at(0.25, 13_440, 0.08)).isLessThan(at(0.25, 134_400, 0.08));
    }

    @Test
    void aShareThatIsLessKnownTakesMore() {
        RuleSetting setting = setting(0.25, 13_440, 0.08);
        RuleSetting less = new RuleSetting(0.25, 2, 0.08, 30, 13_440, 840, WINDOWS);

        assertThat(ThresholdGrid.at(less).threshold())
                .isGreaterThan(ThresholdGrid.at(setting).threshold());
    }

    @Test
    void settingsOffTheTableAreSolvedAndAlikeEachTime() {
        RuleSetting setting = new RuleSetting(0.25, 3, 0.08, 30, 1_600, 400, WINDOWS);

        Limits limits = ThresholdGrid.at(setting);

        assertThat(limits).isEqualTo(ThresholdGrid.at(setting));
        assertThat(limits.threshold()).isBetween(2.0, 6.0);
    }

    @Test
    void whatWasPreparedTakesNoSolving() {
        RuleSetting low = new RuleSetting(0.26, 3, 0.11, 30, 1_700, 100, WINDOWS);
        RuleSetting high = new RuleSetting(0.34, 3, 0.11, 30, 1_800, 90, WINDOWS);
        ThresholdGrid.prepare(low, 0.34);
        int prepared = ThresholdGrid.solved();

        ThresholdGrid.at(low);
        ThresholdGrid.at(high);

        assertThat(ThresholdGrid.solved()).isEqualTo(prepared);
    }

    @Test
    void aReturnTakesMoreOnABusyStage() {
        assertThat(Thresholds.ofReturn(0.25, 2, 2)).isLessThan(Thresholds.ofReturn(0.25, 100, 2));
        assertThat(AlertRules.DEFAULT.oddsRatio()).isEqualTo(2);
    }

    private static double at(double share, double outcomes, double delta) {
        return ThresholdGrid.at(setting(share, outcomes, delta)).threshold();
    }

    private static RuleSetting setting(double share, double outcomes, double delta) {
        return new RuleSetting(share, 2, delta, 30, outcomes, outcomes, WINDOWS);
    }
}
