package io.throughline.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArrivalHistoryTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void tellsNothingFromFewArrivals() {
        assertThat(hourly(15).patience()).isEmpty();
        assertThat(hourly(16).patience()).contains(Duration.ofHours(3));
    }

    @Test
    void aBacklogReadInOneGoIsOneArrival() {
        ArrivalHistory history = ArrivalHistory.NONE;
        for (int i = 0; i < 100; i++) {
            history = history.arrived(START.plusMillis(500L * i));
        }

        assertThat(history).isEqualTo(new ArrivalHistory(START, 1, Duration.ZERO));
    }

    @Test
    void aBusyChannelMaySleepAtNight() {
        ArrivalHistory history = ArrivalHistory.NONE;
        for (int day = 0; day < 3; day++) {
            for (int minute = 0; minute < 10 * 60; minute += 2) {
                history =
                        history.arrived(START.plus(Duration.ofDays(day)).plusSeconds(60 * minute));
            }
        }

        assertThat(history.patience().orElseThrow()).isGreaterThan(Duration.ofHours(14));
    }

    @Test
    void aLongGapIsForgottenByHalfInAWeek() {
        Instant later = START.plus(Duration.ofDays(7));

        assertThat(new ArrivalHistory(START, 20, Duration.ofDays(40)).arrived(later).longestGap())
                .isEqualTo(Duration.ofDays(20));
    }

    @Test
    void noSilenceOfLessThanTenMinutesIsWorthAWord() {
        assertThat(new ArrivalHistory(START, 500, Duration.ofMinutes(1)).patience())
                .contains(Duration.ofMinutes(10));
    }

    private static ArrivalHistory hourly(int arrivals) {
        ArrivalHistory history = ArrivalHistory.NONE;
        for (int i = 0; i < arrivals; i++) {
            history = history.arrived(START.plus(Duration.ofHours(i)));
        }
        return history;
    }
}
