package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeasonalBaselineTest {

    private static final Instant MONDAY = Instant.parse("2024-01-01T00:00:00Z");

    private final SeasonalBaseline baseline = new SeasonalBaseline();

    @Test
    void nothingIsKnownBeforeTheFirstReading() {
        assertThat(baseline.expected(MONDAY, 7)).isEqualTo(7);
    }

    @Test
    void aYoungSeriesIsExpectedToBeAsItWas() {
        baseline.learn(MONDAY, 10);

        assertThat(baseline.expected(MONDAY.plus(Duration.ofHours(5)), 0)).isEqualTo(10);
    }

    @Test
    void hoursOfTheDayAreTold() {
        for (int minute = 0; minute < 14 * 24 * 60; minute += 5) {
            Instant at = MONDAY.plus(Duration.ofMinutes(minute));
            baseline.learn(at, minute / 60 % 24 < 12 ? 100 : 200);
        }
        Instant next = MONDAY.plus(Duration.ofDays(14));

        assertThat(baseline.expected(next.plus(Duration.ofHours(3)), 0)).isBetween(100.0, 105.0);
        assertThat(baseline.expected(next.plus(Duration.ofHours(20)), 0)).isBetween(195.0, 200.0);
    }

    @Test
    void hoursOfTheWeekAreToldFromThoseOfTheDay() {
        for (int minute = 0; minute < 70 * 24 * 60; minute += 5) {
            Instant at = MONDAY.plus(Duration.ofMinutes(minute));
            baseline.learn(at, minute / (24 * 60) % 7 == 6 ? 10 : 100);
        }
        Instant next = MONDAY.plus(Duration.ofDays(70));

        assertThat(baseline.expected(next, 0)).isGreaterThan(95);
        assertThat(baseline.expected(next.plus(Duration.ofDays(6)), 0)).isLessThan(30);
    }

    @Test
    void theOldIsForgotten() {
        for (int reading = 0; reading < 5_000; reading++) {
            baseline.learn(MONDAY, 0);
        }
        for (int reading = 0; reading < 1_000; reading++) {
            baseline.learn(MONDAY, 100);
        }

        assertThat(baseline.expected(MONDAY, 0)).isCloseTo(100, within(5.0));
    }

    @Test
    void timesBeforeNineteenSeventyHaveHoursToo() {
        baseline.learn(Instant.parse("1969-12-31T23:30:00Z"), 3);

        assertThat(baseline.expected(Instant.parse("1969-12-31T23:45:00Z"), 0)).isEqualTo(3);
    }
}
