package io.throughline.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.parse("120", NOW)).hasValue(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Wed, 04 Mar 2026 05:06:17 GMT", NOW))
                .hasValue(Duration.ofSeconds(10));
        assertThat(RetryAfter.parse("Wed, 04 Mar 2026 05:00:00 GMT", NOW)).hasValue(Duration.ZERO);
    }

    @Test
    void readsSecondsSince1970AsSomeServersHaveThem() {
        assertThat(RetryAfter.parse(Long.toString(NOW.getEpochSecond() + 90), NOW))
                .hasValue(Duration.ofSeconds(90));
        assertThat(RetryAfter.parse("1.5", NOW)).hasValue(Duration.ofSeconds(2));
    }

    @Test
    void doesNotBelieveEverything() {
        assertThat(RetryAfter.parse("99999999", NOW)).hasValue(RetryAfter.LONGEST);
        assertThat(RetryAfter.parse("9999999999", NOW)).hasValue(RetryAfter.LONGEST);
        assertThat(RetryAfter.parse("99999999999999999999", NOW)).isEmpty();
        assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
        assertThat(RetryAfter.parse("", NOW)).isEmpty();
    }

    @Test
    void pausesGrowToTheCapAndNeverVanish() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(3));

        for (int failures = 1; failures < 200; failures++) {
            Duration longest = Duration.ofSeconds(Math.min(60, 1L << Math.min(failures - 1, 10)));
            assertThat(backoff.after(failures)).isBetween(longest.dividedBy(2), longest);
        }
    }
}
