package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeDetectorTest {

    private static final long FIRST = 490_008;
    private static final int DAY = 24;

    private final VolumeDetector detector = new VolumeDetector(AlertRules.DEFAULT);
    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"POISSON", "BURSTS", "WANDERING", "WEEKLY", "WEEKLY_BURSTS"})
    void whereNothingHappensItFiresNoMoreThanAllowed(VolumeSimulation.Stream stream) {
        for (double anHour : new double[] {2, 10, 100}) {
            var result = VolumeSimulation.of(stream, anHour, 3, 26, AlertRules.DEFAULT, 11);

            assertThat(result.surgeRatio()).as("surges at " + anHour).isLessThan(1.2);
            assertThat(result.collapseRatio()).as("collapses at " + anHour).isLessThan(1.2);
        }
    }

    @Test
    void aSpikeOfTwoADayIsFoundOnItsDay() {
        run(0, 60 * DAY, hour -> hour % 12 == 7 ? 1 : 0);
        assertThat(findings).isEmpty();

        run(60 * DAY, 61 * DAY, hour -> hour % DAY == 9 ? 12 : 0);

        Finding fires = findings.get(0);
        assertThat(fires.direction()).isEqualTo(Direction.VOLUME_SURGE);
        assertThat(fires.figures().observed()).isGreaterThanOrEqualTo(12);
        assertThat(fires.onset().at().getEpochSecond() / 3600)
                .isBetween(FIRST + 60 * DAY, FIRST + 60 * DAY + 9);
        assertThat(fires.drivers().stream().mapToDouble(Driver::contribution).sum())
                .isEqualTo(fires.figures().observed() - fires.figures().expected());
    }

    @Test
    void theIntervalOfFewAgreesWithTheChance() {
        run(0, 60 * DAY, hour -> hour % (8 * DAY) == 7 ? 1 : 0);

        run(60 * DAY, 60 * DAY + 1, hour -> 6);

        Finding fires = findings.get(0);
        assertThat(fires.decision().statistic()).isGreaterThan(4);
        assertThat(fires.figures().observed()).isEqualTo(6);
        assertThat(fires.figures().low()).isBetween(1.5, 2.2);
        assertThat(fires.figures().high()).isBetween(12.0, 13.1);
    }

    @Test
    void aFileWithoutTimesOfDayIsJudgedByTheDay() {
        int[] days = {3, 1, 2, 4, 2, 0, 1, 3, 2, 2, 5, 1};
        run(0, 60 * DAY, hour -> hour % DAY == 0 ? days[(int) (hour / DAY) % days.length] : 0);
        assertThat(findings).isEmpty();

        run(60 * DAY, 60 * DAY + 1, hour -> 40);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).figures().observed()).isEqualTo(40);
    }

    @Test
    void aDayThatIsAlwaysLoudIsNoSurge() {
        run(0, 120 * DAY, hour -> hour / DAY % 7 == 3 ? 9 : 2);

        assertThat(findings).filteredOn(one -> one.phase() == Phase.FIRES).hasSizeLessThan(2);
    }

    @Test
    void batchesThatComeAgainAndAgainAreNoSurge() {
        run(0, 200 * DAY, hour -> hour / DAY % 10 == 0 && hour % DAY < 8 ? 4 : 0);

        assertThat(findings).filteredOn(one -> one.phase() == Phase.FIRES).hasSizeLessThan(2);
    }

    @Test
    void aFeedThatDriesUpIsACollapse() {
        run(0, 30 * DAY, hour -> 3);
        run(30 * DAY, 31 * DAY, hour -> 0);

        assertThat(findings.get(0).direction()).isEqualTo(Direction.VOLUME_COLLAPSE);
        assertThat(findings.get(0).at().getEpochSecond() / 3600).isLessThan(FIRST + 30 * DAY + 12);
    }

    @Test
    void itRecoversWhenFeedbackComesAsBefore() {
        run(0, 30 * DAY, hour -> 3);
        run(30 * DAY, 32 * DAY, hour -> 12);
        assertThat(findings.get(findings.size() - 1).phase()).isEqualTo(Phase.FIRING);

        run(32 * DAY, 34 * DAY, hour -> 3);

        assertThat(findings.get(findings.size() - 1).phase()).isEqualTo(Phase.RECOVERED);
    }

    @Test
    void silenceIsNoRecoveryFromASurge() {
        run(0, 30 * DAY, hour -> 3);
        run(30 * DAY, 32 * DAY, hour -> 12);
        run(32 * DAY, 40 * DAY, hour -> 0);

        assertThat(findings).noneMatch(one -> one.phase() == Phase.RECOVERED);
    }

    @Test
    void anAcceptedLevelIsTheLevel() {
        run(0, 30 * DAY, hour -> 3);
        run(30 * DAY, 32 * DAY, hour -> 12);
        detector.accept();
        findings.clear();
        run(32 * DAY, 90 * DAY, hour -> 12);

        assertThat(findings).isEmpty();
        assertThat(detector.expected(FIRST + 90 * DAY)).isBetween(10.0, 13.0);
    }

    @Test
    void itSaysThatItIsLearning() {
        run(0, 13 * DAY, hour -> 3);
        assertThat(detector.learning(FIRST + 13 * DAY)).isTrue();

        run(13 * DAY, 15 * DAY, hour -> 3);
        assertThat(detector.learning(FIRST + 15 * DAY)).isFalse();
    }

    private void run(long from, long until, LongToIntFunction count) {
        for (long hour = from; hour < until; hour++) {
            int came = count.applyAsInt(hour);
            if (came > 0) {
                detector.add(FIRST + hour, "web", came);
            }
            detector.end(FIRST + hour).ifPresent(findings::add);
        }
    }
}
