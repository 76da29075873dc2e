package io.throughline.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.ChannelHealth;
import io.throughline.model.HealthState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HealthTrackerTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final HealthRules RULES =
            new HealthRules(Duration.ofMinutes(2), 3, Duration.ofMinutes(5));

    private final HealthTracker tracker =
            new HealthTracker("app-store", "mobile", RULES, ArrivalHistory.NONE, START);

    @Test
    void saysAWordAtOnceAndThenOneAMinute() {
        assertThat(tracker.report(START)).map(ChannelHealth::state).contains(HealthState.OK);
        tracker.received(START.plusSeconds(1), 2, 700);

        assertThat(tracker.report(START.plusSeconds(59))).isEmpty();
        ChannelHealth minute = report(60);

        assertThat(minute.records()).isEqualTo(2);
        assertThat(minute.bytes()).isEqualTo(700);
        assertThat(minute.since()).isEqualTo(START);
        assertThat(report(120).records()).isZero();
    }

    @Test
    void failsAfterSoManyFailuresInARowAndSaysSoAtOnce() {
        report(0);
        tracker.failed("status 503");
        tracker.failed("status 503");
        assertThat(tracker.report(START.plusSeconds(10))).isEmpty();

        tracker.failed("time-out");
        ChannelHealth failing = report(11);

        assertThat(failing.state()).isEqualTo(HealthState.FAILING);
        assertThat(failing.cause()).isEqualTo("time-out");
        assertThat(failing.failuresInARow()).isEqualTo(3);
        assertThat(failing.since()).isEqualTo(START.plusSeconds(11));
    }

    @Test
    void failsAtOnceWhenItRefusesUs() {
        report(0);
        tracker.refused("status 401");

        assertThat(report(5).state()).isEqualTo(HealthState.FAILING);
    }

    @Test
    void isWellAgainWhenItAnswers() {
        tracker.refused("status 401");
        report(0);
        tracker.succeeded(START.plusSeconds(9));

        ChannelHealth well = report(9);

        assertThat(well.state()).isEqualTo(HealthState.OK);
        assertThat(well.cause()).isNull();
        assertThat(well.lastSuccess()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void isSilentWhenItBringsNothingForLongerThanExpectedThoughItAnswers() {
        tracker.received(START, 1, 1);
        report(0);
        tracker.succeeded(START.plusSeconds(121));

        ChannelHealth silent = report(121);

        assertThat(silent.state()).isEqualTo(HealthState.SILENT);
        assertThat(silent.cause()).isEqualTo("nothing for 121 s, expected every 120 s");
    }

    @Test
    void isNeverSilentWithoutExpectationAndHistory() {
        HealthTracker unknown =
                new HealthTracker(
                        "app-store", "mobile", HealthRules.DEFAULT, ArrivalHistory.NONE, START);

        assertThat(unknown.report(START.plus(Duration.ofDays(300))))
                .map(ChannelHealth::state)
                .contains(HealthState.OK);
    }

    @Test
    void isSilentByItsHistoryOfBeforeARestart() {
        HealthTracker known =
                new HealthTracker(
                        "app-store",
                        "mobile",
                        HealthRules.DEFAULT,
                        new ArrivalHistory(START, 20, Duration.ofMinutes(10)),
                        START.plusSeconds(60));

        assertThat(known.report(START.plus(Duration.ofMinutes(31))))
                .map(ChannelHealth::state)
                .contains(HealthState.SILENT);
    }

    @Test
    void isBehindWhenWhatItBringsIsOld() {
        tracker.received(START, 1, 1);
        tracker.lagging(Duration.ofMinutes(6));

        assertThat(report(0).state()).isEqualTo(HealthState.BEHIND);
        assertThat(report(60).lag()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void aFlappingChannelIsToldOfEveryFiveSecondsAtMost() {
        int words = 0;
        for (int millis = 0; millis < 60_000; millis += 100) {
            Instant now = START.plusMillis(millis);
            if (millis % 200 == 0) {
                tracker.refused("status 401");
            } else {
                tracker.succeeded(now);
            }
            words += tracker.report(now).isPresent() ? 1 : 0;
        }

        assertThat(words).isBetween(2, 12);
    }

    private ChannelHealth report(long second) {
        return tracker.report(START.plusSeconds(second)).orElseThrow();
    }
}
