package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.domain.detect.simulate.SyntheticStage;
import io.throughline.domain.detect.simulate.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small seeded piece of what the evaluation measures at length. */
class FalseAlarmTest {

    private static final double BUDGET_WEEKS = 8;

    @Test
    void falseAlarmsKeepToTheBudget() {
        SyntheticStage stage = SyntheticStage.steady(2, 0.25);
        double weeks = 0;
        int alarms = 0;
        for (int seed = 0; seed < 24; seed++) {
            Trial trial = trial(stage, Duration.ofDays(14 + 182), seed);
            weeks += trial.watched().toSeconds() / 604_800.0;
            alarms += trial.fired().size();
        }

        assertThat(alarms * BUDGET_WEEKS / weeks).as(alarms + " in " + weeks).isBetween(0.5, 1.2);
    }

    @Test
    void aDropIsFoundSoon() {
        Duration at = Duration.ofDays(21);
        SyntheticStage stage =
                SyntheticStage.steady(10, 0.25)
                        .withChange(at, Duration.ofDays(90), 2, Duration.ZERO);
        List<Double> hours = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            Instant change = SyntheticStage.BEGIN.plus(at);
            trial(stage, at.plusDays(7), seed).fired().stream()
                    .filter(fired -> fired.isAfter(change))
                    .findFirst()
                    .ifPresent(
                            fired -> hours.add(Duration.between(change, fired).toMinutes() / 60.0));
        }
        Collections.sort(hours);

        assertThat(hours).hasSizeGreaterThan(36);
        assertThat(hours.get(hours.size() / 2)).as("some 9 with more seeds").isLessThan(13);
    }

    private static Trial trial(SyntheticStage stage, Duration length, long seed) {
        return Trial.of(stage, AlertRules.DEFAULT, Direction.DROP, length, seed);
    }
}
