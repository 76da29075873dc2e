package io.throughline.local.alertbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.detect.WindowSums;
import io.throughline.domain.detect.rival.Rival;
import io.throughline.domain.detect.rival.RivalWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertBenchRunTest {

    @TempDir Path directory;

    private final List<String> through = new ArrayList<>();

    private final AlertBenchRun.Listener listener =
            new AlertBenchRun.Listener() {
                @Override
                public void at(String what, long done, long total) {
                    assertThat(done).isBetween(0L, total);
                }

                @Override
                public void through(BenchOutcome soFar) {
                    through.add(soFar.sources().get(soFar.sources().size() - 1).id());
                }
            };

    @Test
    void aSmallRunHasFiguresOfEverybodyAndIsTheSameAgain() throws IOException {
        BenchPlan plan =
                new BenchPlan(
                        2,
                        Duration.ofDays(7),
                        List.of(10.0),
                        Set.of("plain"),
                        List.of(Duration.ofDays(56)));
        BenchOutcome outcome =
                AlertBenchRun.run(plan, List.of(new Counting()), List.of(), listener);
        assertThat(through).containsExactly("plain");
        Tally step = outcome.ours(outcome.sources().get(0), "step-3", DetectorSetting.GATE);
        assertThat(step.trials()).isPositive();
        assertThat(step.mean().value()).isBetween(0.5, 48.0);
        Tally quiet = outcome.ours(outcome.sources().get(0), "null", DetectorSetting.GATE);
        assertThat(quiet.weeks()).isBetween(1.0, 2.0);
        assertThat(outcome.tallies().keySet())
                .anyMatch(
                        one ->
                                one.contestant().equals("counting")
                                        && one.scenario().equals("plain/ramp-1.5"));
        String json = BenchSummary.json(outcome);
        assertThat(
                        BenchSummary.json(
                                AlertBenchRun.run(
                                        plan, List.of(new Counting()), List.of(), listener)))
                .isEqualTo(json)
                .contains("\"scenario\":\"plain/step-2\"", "\"medianHours\"");
        Path page = BenchFiles.write(outcome, directory, "the command", "a machine", "");
        assertThat(page).content().contains("| plain | 10 |", "the command", "2 seeds");
        assertThat(directory.resolve("alert-evaluation/curve-plain-10.svg"))
                .content()
                .contains("counting", "throughline")
                .doesNotContain("NaN");
        assertThat(directory.resolve("alert-evaluation/delays.csv"))
                .content()
                .startsWith(BenchTables.DELAYS_HEADER);
    }

    /** Alarm when more than so many are negative in a window. */
    private static final class Counting implements Rival {

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public String setting() {
            return "window";
        }

        @Override
        public double[] thresholds() {
            return new double[] {0.5, 1.5, 2.5};
        }

        @Override
        public RivalWatch watch(Duration window) {
            return (WindowSums sums) ->
                    sums == null
                            ? RivalWatch.NOTHING
                            : sums.cells().stream().mapToLong(cell -> cell.negativeMicros()).sum()
                                    / 1e6;
        }
    }
}
