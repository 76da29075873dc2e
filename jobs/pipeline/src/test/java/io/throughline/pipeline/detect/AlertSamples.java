package io.throughline.pipeline.detect;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.alert.Onset;
import io.throughline.alert.Ownership;
import io.throughline.alert.StageStatus;
import io.throughline.alert.Term;
import io.throughline.pipeline.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An alert and a status, made up. */
public final class AlertSamples {

    private AlertSamples() {}

    public static Alert alert() {
        Instant noon = Samples.NOON;
        return new Alert(
                "ab12",
                "sentiment-drop",
                "shop",
                3,
                "delivery",
                AlertState.FIRING,
                Direction.DROP,
                new Onset(noon, noon.minusSeconds(300), noon.plusSeconds(300)),
                noon.plusSeconds(900),
                null,
                noon.plusSeconds(900),
                new Figures(0.25, 0.5, 0.125, 0.375, 60, 51),
                null,
                new Decision("cusum", 6.5, 6.25, Duration.ofDays(56)),
                List.of(new Driver("email", 60, 0.25, 0.5, 0.25)),
                List.of(new Term("späte", 3.5, 12)),
                List.of(new Evidence("email:lines:1", "email", noon, "späte 🚚", null)),
                List.of("1"),
                "It ends when delivery is as it was.",
                new Ownership("Delivery", "shop-team", List.of(), null),
                Handling.NONE,
                1);
    }

    public static StageStatus status() {
        return new StageStatus(
                "shop", "delivery", Samples.NOON, false, 400, 300, 0.25, 4, 6.25, Samples.NOON);
    }
}
