package io.throughline.local.alertbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    @Test
    void oneADayCountsAndAnAlarmThatNeverEndsIsOneEachDay() {
        Alarms alarms = new Alarms(0, Long.MAX_VALUE, Long.MAX_VALUE);
        for (int hour = 1; hour <= 72; hour++) {
            alarms.alarm(hour * HOUR);
        }
        assertThat(alarms.falseAlarms()).isEqualTo(3);
        assertThat(alarms.delay()).isEqualTo(Alarms.NONE);
    }

    @Test
    void theFirstAlarmAfterTheChangeIsItsDelay() {
        Alarms alarms = new Alarms(DAY, 10 * DAY, 12 * DAY);
        alarms.alarm(HOUR);
        alarms.alarm(5 * DAY);
        alarms.alarm(10 * DAY + 2 * HOUR);
        alarms.alarm(10 * DAY + 3 * HOUR);
        alarms.alarm(11 * DAY + 4 * HOUR);
        alarms.alarm(13 * DAY);
        assertThat(alarms.falseAlarms()).isEqualTo(1);
        assertThat(alarms.delay()).isEqualTo(2 * HOUR);
        assertThat(alarms.alarmsOfTheChange()).isEqualTo(2);
    }
}
