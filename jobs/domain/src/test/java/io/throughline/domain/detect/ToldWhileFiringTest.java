package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.domain.detect.simulate.SyntheticStage;
import io.throughline.domain.detect.simulate.SyntheticWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a change while it fires, held against what came of it. */
class ToldWhileFiringTest {

    private static final int SEEDS = 24;
    private static final Duration CHANGES = Duration.ofDays(30);
    private static final Duration LASTS = Duration.ofDays(3);
    private static final Instant BACK = SyntheticStage.BEGIN.plus(CHANGES).plus(LASTS);

    private final List<Double> neededOverSaid = new ArrayList<>();
    private final List<Instant> beganAfterItFired = new ArrayList<>();

    @Test
    void theFeedbackThatEndsItIsSaidWithinAFactorOfTwoAndItBeganBeforeItFired() {
        for (int seed = 0; seed < SEEDS; seed++) {
            watch(seed);
        }
        Collections.sort(neededOverSaid);

        assertThat(neededOverSaid).hasSizeGreaterThan(SEEDS / 2);
        assertThat(neededOverSaid.get(neededOverSaid.size() / 2)).isBetween(0.5, 2.0);
        assertThat(beganAfterItFired).isEmpty();
    }

    private void watch(int seed) {
        SyntheticStage stage =
                SyntheticStage.steady(10, 0.25)
                        .withChange(CHANGES, CHANGES.plus(LASTS), 2, Duration.ZERO);
        SyntheticWindows windows = new SyntheticWindows(stage, AlertRules.DEFAULT.window(), seed);
        SentimentDetector detector = new SentimentDetector(AlertRules.DEFAULT);
        Instant fired = null;
        long said = 0;
        long since = 0;
        while (windows.position() < CHANGES.plus(LASTS).plusDays(14).toSeconds()) {
            WindowSums window = windows.next();
            if (window == null) {
                continue;
            }
            if (!window.start().isBefore(BACK)) {
                since += window.cells().stream().mapToLong(Cell::count).sum();
            }
            for (Finding finding : detector.close(window)) {
                if (finding.direction() != Direction.DROP) {
                    continue;
                }
                if (finding.phase() == Phase.FIRES) {
                    fired = finding.at();
                }
                if (finding.onset() != null) {
                    said = detector.feedbackToReturn(Direction.DROP);
                    if (finding.onset().latest().isAfter(fired)) {
                        beganAfterItFired.add(finding.onset().latest());
                    }
                }
                if (finding.phase() == Phase.RECOVERED) {
                    boolean ofTheChange = fired.isBefore(BACK) && finding.at().isAfter(BACK);
                    if (ofTheChange) {
                        neededOverSaid.add((double) since / said);
                    }
                }
            }
        }
    }
}
