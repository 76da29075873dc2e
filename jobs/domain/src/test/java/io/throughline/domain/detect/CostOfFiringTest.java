package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertRules;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What it costs when one cause lets many stages fire in the same window. */
class CostOfFiringTest {

    private static final int STAGES = 80;
    private static final int ROUNDS = 4;
    private static final int LEARNED_DAYS = 20;
    private static final Duration EVERY = Duration.ofHours(2);
    private static final int LATER_WINDOWS = 3;
    private static final long MOST_MILLIS = 100;

    @Test
    void eightyStagesThatFireTogetherTakeLessThanATenthOfASecond() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            List<SentimentDetector> stages = stages(round);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int fired = fireAll(stages);
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            assertThat(fired).isEqualTo(STAGES);
            least = Math.min(least, took);
        }

        assertThat(Duration.ofNanos(least)).isLessThan(Duration.ofMillis(MOST_MILLIS));
    }

    /**
     * Each of another volume and share than any of this round or of the ones before, so that it
     * asks for thresholds that nobody has asked for.
     */
    private static List<SentimentDetector> stages(int round) {
        List<SentimentDetector> stages = new ArrayList<>();
        for (int i = 0; i < STAGES; i++) {
            int negative = 2 + i % 10;
            int count = 3 * negative + 5 * round + i / 10;
            SentimentDetector stage = new SentimentDetector(AlertRules.DEFAULT);
            for (Duration at = Duration.ZERO; at.toDays() < LEARNED_DAYS; at = at.plus(EVERY)) {
                stage.close(window(Streams.day(0).plus(at), count, negative));
            }
            stages.add(stage);
        }
        return stages;
    }

    private static int fireAll(List<SentimentDetector> stages) {
        int fired = 0;
        for (int window = 0; window <= LATER_WINDOWS; window++) {
            Instant start =
                    Streams.day(LEARNED_DAYS)
                            .plus(AlertRules.DEFAULT.window().multipliedBy(window));
            for (int stage = 0; stage < stages.size(); stage++) {
                WindowSums off = window(start, 60 + stage, 55 + stage);
                for (Finding finding : stages.get(stage).close(off)) {
                    fired += finding.phase() == Phase.FIRES ? 1 : 0;
                }
            }
        }
        return fired;
    }

    private static WindowSums window(Instant start, long count, long negative) {
        long million = 1_000_000;
        return new WindowSums(
                start,
                List.of(
                        new Cell(
                                "web",
                                count,
                                count * million,
                                negative * million,
                                0,
                                Set.of(),
                                count)));
    }
}
