package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final Instant FROM = Instant.parse("2026-03-10T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void busyStagesAreShownByTheHour() throws Exception {
        Series series = read(Duration.ofDays(4), 96, 20);

        assertThat(series.hours()).isEqualTo(1);
        assertThat(series.points()).hasSize(96);
        assertThat(series.points().get(0).negative().value()).isEqualTo(0.25);
    }

    @Test
    void quietStagesAreShownByAsManyHoursAsItTakes() throws Exception {
        Series series = read(Duration.ofDays(4), 96, 4);

        assertThat(series.hours()).isEqualTo(2);
        assertThat(series.points()).hasSize(48);
        assertThat(series.points().get(0).n()).isEqualTo(8);
    }

    @Test
    void aLongSpanHasNoMorePointsThanOneCanSee() throws Exception {
        assertThat(read(Duration.ofDays(40), 960, 100).hours()).isEqualTo(6);
    }

    @Test
    void nothingIsNoError() throws Exception {
        assertThat(read(Duration.ofDays(4), 0, 0).points()).isEmpty();
    }

    @Test
    void theIntervalIsWilsons() {
        Share share = Share.of(3, 10);

        assertThat(share.low()).isEqualTo(0.1078, within(1e-4));
        assertThat(share.high()).isEqualTo(0.6032, within(1e-4));
        assertThat(Share.of(0, 10).low()).isZero();
        assertThat(Share.of(10, 10).high()).isEqualTo(1, within(1e-12));
    }

    private static Series read(Duration span, int hours, int each) throws Exception {
        List<String> buckets = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            buckets.add(
                    """
                    {"key": %d, "count": {"value": %d}, "negative": {"value": %d},
                     "neutral": {"value": 0}, "positive": {"value": %d}}
                    """
                            .formatted(
                                    FROM.plus(Duration.ofHours(hour)).toEpochMilli(),
                                    each,
                                    each / 4,
                                    each - each / 4));
        }
        JsonNode labels =
                JSON.readTree(
                        "{\"aggregations\": {\"hours\": {\"buckets\": ["
                                + String.join(",", buckets)
                                + "]}}}");
        return Series.read(FROM, FROM.plus(span), labels, JSON.readTree("{}"));
    }
}
