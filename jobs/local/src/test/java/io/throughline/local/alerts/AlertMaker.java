package io.throughline.local.alerts;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.alert.Onset;
import io.throughline.alert.Ownership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Alerts on claims for tests. */
final class AlertMaker {

    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private AlertMaker() {}

    static Alert open(String id, long version) {
        return alert(id, AlertState.FIRING, null, Handling.NONE, version);
    }

    static Alert taken(String id, long version, String by) {
        Handling handling = new Handling(by, NOON, null, null, null, List.of(), false);
        return alert(id, AlertState.FIRING, null, handling, version);
    }

    static Alert over(String id, Instant at) {
        return alert(id, AlertState.RESOLVED, at, Handling.NONE, 3);
    }

    private static Alert alert(
            String id, AlertState state, Instant resolvedAt, Handling handling, long version) {
        return new Alert(
                id,
                "sentiment-drop",
                "insurance",
                3,
                "claim",
                state,
                Direction.DROP,
                new Onset(NOON.minusSeconds(7200), NOON.minusSeconds(9000), NOON.minusSeconds(600)),
                NOON,
                resolvedAt,
                NOON,
                new Figures(0.25, 0.5, 0.1, 0.4, 1040, 31),
                null,
                new Decision("cusum", 6.5, 6.2, Duration.ofDays(56)),
                List.of(new Driver("phone", 1040, 0.25, 0.5, 0.25)),
                List.of(),
                List.of(),
                List.of("adaptive@1"),
                "Silence does not.",
                new Ownership("When something has happened", "claims", List.of(), null),
                handling,
                version);
    }
}
