package io.throughline.fetch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.RequestLimits.Budget;
import io.throughline.fetch.CursorChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketTest {

    private final Moving clock = new Moving();

    @ParameterizedTest
    @CsvSource({"1, PT1S", "10, PT1M", "300, PT1H", "7, PT24H"})
    void neverLetsMoreThroughInAnySuchTime(int requests, Duration period) {
        Random random = new Random(1);
        Map<String, String> cursor = new HashMap<>();
        TokenBucket bucket = new TokenBucket(new Budget(requests, period), cursor, clock);
        Deque<Long> sent = new ArrayDeque<>();
        for (int i = 0; i < 20 * requests; i++) {
            bucket.pause().ifPresent(pause -> clock.millis += pause.toMillis());
            assertThat(bucket.pause()).isEmpty();
            for (CursorChange change : bucket.take()) {
                change.applyTo(cursor);
            }
            sent.add(clock.millis);
            while (clock.millis - sent.element() >= period.toMillis()) {
                sent.remove();
            }
            assertThat(sent).hasSizeLessThanOrEqualTo(requests);
            clock.millis += random.nextInt(10) == 0 ? period.toMillis() / 3 : 0;
            if (random.nextInt(20) == 0) {
                bucket = new TokenBucket(new Budget(requests, period), cursor, clock);
            }
        }
    }

    @Test
    void usesWhatItMay() {
        TokenBucket bucket = new TokenBucket(new Budget(300, Duration.ofHours(1)), Map.of(), clock);
        long start = clock.millis;
        for (int i = 0; i < 300; i++) {
            bucket.pause().ifPresent(pause -> clock.millis += pause.toMillis());
            bucket.pause();
            bucket.take();
        }

        assertThat(Duration.ofMillis(clock.millis - start)).isLessThan(Duration.ofMinutes(61));
    }

    @Test
    void withoutABudgetNothingIsHeldBack() {
        TokenBucket bucket = new TokenBucket(null, Map.of(), clock);

        assertThat(bucket.pause()).isEqualTo(Optional.empty());
        assertThat(bucket.take()).isEmpty();
    }

    private static final class Moving extends Clock {
        private long millis = 1_772_000_000_000L;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }
}
