package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.alert.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Series are made here: readings every five minutes, a day has 288. */
class NumericDetectorTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAY = 288;

    @Test
    void aSeasonalSeriesFiresNothing() {
        assertThat(fired(3_000, NumericDetectorTest::daily)).isEmpty();
    }

    @Test
    void aFlatSeriesFiresNothing() {
        assertThat(fired(3_000, reading -> 45)).isEmpty();
        assertThat(fired(3_000, reading -> 45.1)).isEmpty();
    }

    @Test
    void noiseSeldomFires() {
        Random random = new Random(11);
        // a fifth of what would come if every quiet spell ended in an alert
        assertThat(fired(10_000, reading -> random.nextGaussian())).hasSizeLessThan(20);
    }

    @Test
    void aJumpIsASurgeAndFiresOnce() {
        List<Reading> fired =
                fired(2_100, reading -> daily(reading) + (reading >= 2_000 ? 200 : 0));

        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).at()).isEqualTo(at(2_000));
        assertThat(fired.get(0).fires()).contains(Direction.VOLUME_SURGE);
        assertThat(fired.get(0).value()).isGreaterThan(fired.get(0).expected() + 100);
    }

    @Test
    void aFallIsACollapse() {
        List<Reading> fired = fired(2_100, reading -> reading < 2_000 ? 500 + daily(reading) : 0);

        assertThat(fired).hasSize(1);
        assertThat(fired.get(0).fires()).contains(Direction.VOLUME_COLLAPSE);
    }

    @Test
    void aDayWithoutItsPeakIsFoundThoughNoValueOfItIsNew() {
        int missing = 10 * DAY;
        List<Reading> fired =
                fired(missing + DAY, reading -> reading < missing ? daily(reading) : daily(0));

        assertThat(fired).isNotEmpty();
        assertThat(fired.get(0).at()).isBetween(at(missing), at(missing + DAY / 2));
    }

    @Test
    void theUnitDoesNotMatter() {
        assertThat(fired(2_500, reading -> burst(reading) * 1e6))
                .extracting(Reading::at)
                .isEqualTo(
                        fired(2_500, NumericDetectorTest::burst).stream().map(Reading::at).toList())
                .isNotEmpty();
    }

    @Test
    void aReadingKnowsNothingOfThoseAfterIt() {
        List<Reading> whole = readings(2_400, NumericDetectorTest::burst);
        List<Reading> cut = readings(1_700, NumericDetectorTest::burst);

        assertThat(whole.subList(0, 1_700)).isEqualTo(cut);
    }

    @Test
    void itIsQuietAfterItFiredAndThenFiresAgain() {
        NumericSettings settings = NumericSettings.DEFAULT;
        List<Reading> readings =
                readings(
                        2_000,
                        reading ->
                                reading == 1_500 || reading == 1_550 || reading == 1_700
                                        ? 1_000 * (reading - 1_400)
                                        : reading % 7);

        assertThat(readings.get(1_500).fires()).isPresent();
        assertThat(readings.get(1_500).score()).isGreaterThanOrEqualTo(0.5);
        assertThat(readings.get(1_550).fires()).isEmpty();
        assertThat(readings.get(1_550).score()).isZero();
        assertThat(readings.get(1_550).surprise()).isGreaterThan(settings.threshold());
        assertThat(readings.get(1_700).fires()).isPresent();
    }

    @Test
    void nothingIsSaidWhileLearning() {
        assertThat(readings(100, reading -> reading == 50 ? 1e9 : reading % 3))
                .allMatch(reading -> reading.score() == 0 && reading.fires().isEmpty());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        NumericDetector detector = new NumericDetector(NumericSettings.DEFAULT);

        assertThatThrownBy(() -> detector.next(START, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-01-01T00:00:00Z");
        assertThatThrownBy(() -> detector.next(START, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theScorerSaysTheScoreOfTheReading() {
        SeriesScorer scorer = new NumericEngine().scorer(1);
        List<Double> scores = new ArrayList<>();
        for (int reading = 0; reading < 1_600; reading++) {
            scores.add(scorer.score(at(reading), burst(reading)));
        }

        assertThat(scores)
                .isEqualTo(
                        readings(1_600, NumericDetectorTest::burst).stream()
                                .map(Reading::score)
                                .toList())
                .anyMatch(score -> score >= 0.5);
    }

    private static double daily(int reading) {
        return 100 + 40 * Math.sin(2 * Math.PI * reading / DAY) + reading * 31 % 17 / 8.0;
    }

    private static double burst(int reading) {
        return daily(reading) + (reading >= 1_500 && reading < 1_520 ? 60 : 0);
    }

    private static List<Reading> fired(int readings, IntToDoubleFunction value) {
        return readings(readings, value).stream()
                .filter(reading -> reading.fires().isPresent())
                .toList();
    }

    private static List<Reading> readings(int readings, IntToDoubleFunction value) {
        NumericDetector detector = new NumericDetector(NumericSettings.DEFAULT);
        List<Reading> said = new ArrayList<>();
        for (int reading = 0; reading < readings; reading++) {
            said.add(detector.next(at(reading), value.applyAsDouble(reading)));
        }
        return said;
    }

    private static Instant at(int reading) {
        return START.plus(Duration.ofMinutes(5L * reading));
    }
}
