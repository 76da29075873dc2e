package io.throughline.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readings every five minutes; what happens begins at reading 1,000. */
class NumericBacktestTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path directory;

    @Test
    void anAlertIsResolvedOnceTheFormerLevelIsBack() throws IOException {
        NumericBacktest run = run(1_300, at -> usual(at) + (at >= 1_000 && at < 1_090 ? 80 : 0));

        JsonNode alert = JSON.readTree(run.lines().get(0));
        assertThat(alert.path("firedAt").asText()).isEqualTo(at(1_000).toString());
        assertThat(alert.path("state").asText()).isEqualTo("resolved");
        assertThat(Instant.parse(alert.path("resolvedAt").asText()))
                .isBetween(at(1_100), at(1_115));
        assertThat(stage(run).path("open").asInt(-1)).isZero();
        assertThat(Files.readString(run.picture(directory, List.of())))
                .contains("class=\"c dashed mark\"");
    }

    @Test
    void whatStaysIsOpenAtTheEndOfTheSeries() throws IOException {
        NumericBacktest run = run(1_090, at -> usual(at) + (at >= 1_000 ? 80 : 0));

        assertThat(run.lines()).hasSize(1);
        JsonNode alert = JSON.readTree(run.lines().get(0));
        assertThat(alert.path("state").asText()).isEqualTo("firing");
        assertThat(alert.path("resolvedAt").isNull()).isTrue();
        assertThat(stage(run).path("alerts").asInt()).isEqualTo(1);
        assertThat(stage(run).path("open").asInt()).isEqualTo(1);
    }

    private static double usual(int reading) {
        return 100 + reading * 31 % 17;
    }

    private static NumericBacktest run(int readings, IntToDoubleFunction value) {
        List<Point> points = new ArrayList<>();
        for (int reading = 0; reading < readings; reading++) {
            points.add(new Point(at(reading), value.applyAsDouble(reading)));
        }
        return NumericBacktest.run(points);
    }

    private static JsonNode stage(NumericBacktest run) throws IOException {
        return JSON.readTree(run.summary(0)).path("summary").path("stages").path("all");
    }

    private static Instant at(int reading) {
        return START.plus(Duration.ofMinutes(5L * reading));
    }
}
