package io.throughline.local.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @Test
    void lineBreaksWhereThereIsNoValueAndTextIsEscaped() {
        Picture picture = new Picture("a < b & \"c\"", "");
        picture.panel(200, Axis.linear("x", 0, 4), Axis.share("share", 1))
                .polyline(
                        "a",
                        new double[] {0, 1, 2, 3, 4},
                        new double[] {0, 0.5, Double.NaN, 1, 0.2})
                .mark("alarm", 2, "<alert>");
        String svg = picture.svg();
        assertThat(svg.split("<polyline", -1)).hasSize(3);
        assertThat(svg)
                .contains("a &lt; b &amp; &quot;c&quot;", "&lt;alert&gt;", "60 %")
                .doesNotContain("NaN", "<alert>");
    }

    @Test
    void axesWriteAFewRoundValues() {
        assertThat(Axis.linear("x", 0, 37).ticks())
                .extracting(Axis.Tick::text)
                .containsExactly("0", "10", "20", "30");
        assertThat(Axis.logarithmic("x", 0.01, 10).ticks())
                .extracting(Axis.Tick::text)
                .contains("0.01", "0.1", "1", "10")
                .hasSize(10);
        assertThat(
                        Axis.time(
                                        Instant.parse("2026-03-02T00:00:00Z"),
                                        Instant.parse("2026-03-06T00:00:00Z"))
                                .ticks())
                .extracting(Axis.Tick::text)
                .contains("2 Mar", "6 Mar")
                .hasSizeBetween(4, 8);
        assertThat(
                        Axis.time(
                                        Instant.parse("2020-01-10T00:00:00Z"),
                                        Instant.parse("2025-01-10T00:00:00Z"))
                                .ticks())
                .extracting(Axis.Tick::text)
                .contains("Jan 2021")
                .hasSizeBetween(4, 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 127, 200, 300, 400, 480, 700, 1_000, 2_000, 4_000, 9_000, 20_000})
    void datesOfHoweverLongAHistoryDoNotOverlap(int days) {
        Instant begin = Instant.parse("2003-07-12T00:00:00Z");

        assertThat(Axis.time(begin, begin.plus(Duration.ofDays(days))).ticks())
                .hasSizeBetween(2, 10);
    }
}
