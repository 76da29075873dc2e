package io.throughline.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {

    private final EventTimes times = new EventTimes(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z, 2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.250Z, 2026-03-04T05:06:07.250Z",
        "2026-03-04T05:06:07+01:00, 2026-03-04T04:06:07Z",
        "2026-03-04T05:06:07+0100, 2026-03-04T04:06:07Z",
        "2026-03-04 05:06:07-08, 2026-03-04T13:06:07Z",
        "2026-03-04T05:06:07, 2026-03-04T05:06:07Z",
        "2026-03-04T05:06, 2026-03-04T05:06:00Z",
        "2026-03-04 5:06, 2026-03-04T05:06:00Z",
        "2026-03-04 05:06:07 UTC, 2026-03-04T05:06:07Z",
        "2026-03-04, 2026-03-04T00:00:00Z",
        "1772600767, 2026-03-04T05:06:07Z",
        "1772600767.5, 2026-03-04T05:06:07.500Z",
        "1772600767250, 2026-03-04T05:06:07.250Z",
        "999999999, 2001-09-09T01:46:39Z"
    })
    void whatExportsWriteIsRead(String text, Instant time) {
        assertThat(times.read(text)).isEqualTo(time);
    }

    @Test
    void timesThatNameNoZoneAreOfTheGivenOne() {
        EventTimes paris = new EventTimes(ZoneId.of("Europe/Paris"));
        assertThat(paris.read("2026-07-04")).isEqualTo("2026-07-03T22:00:00Z");
        assertThat(paris.read("2026-07-04T01:00Z")).isEqualTo("2026-07-04T01:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "04/03/2026", "2026-13-01", "12", "2026-03-04T25:00"})
    void whatIsNoTimeIsSaid(String text) {
        assertThatThrownBy(() -> times.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is no time; write 2026-03-04T05:06:07Z");
    }
}
