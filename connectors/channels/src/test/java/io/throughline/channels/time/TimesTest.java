package io.throughline.channels.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "iso, 2026-03-04T05:06:07Z, 2026-03-04T05:06:07Z",
        "iso, 2026-03-04T05:06:07.1239999999Z, 2026-03-04T05:06:07.123999999Z",
        "iso, 2025-08-07T20:40:53-07:00, 2025-08-08T03:40:53Z",
        "iso, 2025-08-07T20:40:53-0700, 2025-08-08T03:40:53Z",
        "iso, 2008-07-01 09:35:16 UTC, 2008-07-01T09:35:16Z",
        "iso, 2026-03-04T05:06, 2026-03-04T04:06:00Z",
        "iso, 2026-07-04, 2026-07-03T22:00:00Z",
        "iso, 2026-02-30, ",
        "iso, 2026-03-04T25:00:00Z, ",
        "iso, 2026-03-04T05:06:07+99:00, ",
        "iso, yesterday, ",
        "M/d/yyyy H:mm, 2/24/2015 11:35, 2015-02-24T10:35:00Z",
        "M/d/yyyy H:mm, 2/30/2015 11:35, ",
        "d MMM yyyy, 5 mar 2026, 2026-03-04T23:00:00Z",
        "yyyy-MM-dd HH:mm:ss z, 2008-07-01 09:35:16 PDT, 2008-07-01T16:35:16Z",
        "epoch-seconds, 1772600767, 2026-03-04T05:06:07Z",
        "epoch-seconds, 1772600767.5, 2026-03-04T05:06:07.500Z",
        "epoch-millis, 1772600767123, 2026-03-04T05:06:07.123Z",
        "epoch-micros, 1772600767123456, 2026-03-04T05:06:07.123456Z",
        "epoch-nanos, 1772600767123456789, 2026-03-04T05:06:07.123456789Z",
        "epoch-millis, -1, 1969-12-31T23:59:59.999Z",
        "epoch-seconds, 9999999999999999999, ",
        "epoch-seconds, 1e9, "
    })
    void readsWhatFeedsWrite(String format, String text, Instant expected) {
        assertThat(new TimeReader(List.of(format), BERLIN).read(text).orElse(null))
                .isEqualTo(expected);
    }
}
