package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people read them. */
class TimesTest {

    private static final Instant EVENING = Instant.parse("2026-03-04T23:20:00Z");

    @Test
    void theTimeOfAZoneStandsBesideUtc() {
        assertThat(in("Europe/Berlin").at(EVENING))
                .isEqualTo("2026-03-04 23:20 UTC (2026-03-05 00:20 Europe/Berlin)");
        assertThat(in("Europe/London").at(EVENING))
                .isEqualTo("2026-03-04 23:20 UTC (23:20 Europe/London)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/UTC", "UTC", "Z", "GMT"})
    void utcByAnotherNameIsNotSaidTwice(String zone) {
        assertThat(in(zone).at(EVENING)).isEqualTo("2026-03-04 23:20 UTC");
    }

    private static Times in(String zone) {
        return new Times(Optional.of(ZoneId.of(zone)));
    }
}
