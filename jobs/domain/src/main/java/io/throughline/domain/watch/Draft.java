package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Driver;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.alert.Onset;
import java.time.Instant;
import java.util.List;

/** An alert with one thing changed. Its version and time are given when it is told. */
final class Draft {

    private Draft() {}

    static Alert state(Alert alert, AlertState state) {
        return life(alert, state, alert.firedAt(), alert.resolvedAt(), alert.handling());
    }

    static Alert ended(Alert alert, AlertState state, Instant at) {
        return life(alert, state, alert.firedAt(), at, alert.handling());
    }

    static Alert firedAt(Alert alert, Instant at) {
        return life(alert, alert.state(), at, alert.resolvedAt(), alert.handling());
    }

    /** As it is known better since; its id stays. */
    static Alert began(Alert alert, Onset onset, String resolution) {
        return copy(
                alert,
                alert.state(),
                onset,
                alert.firedAt(),
                alert.resolvedAt(),
                alert.updatedAt(),
                alert.corrected(),
                alert.drivers(),
                resolution,
                alert.handling(),
                alert.version());
    }

    static Alert handled(Alert alert, Handling handling) {
        return life(alert, alert.state(), alert.firedAt(), alert.resolvedAt(), handling);
    }

    static Alert corrected(Alert alert, Figures figures, List<Driver> drivers) {
        return copy(
                alert,
                alert.state(),
                alert.onset(),
                alert.firedAt(),
                alert.resolvedAt(),
                alert.updatedAt(),
                figures,
                drivers,
                alert.resolution(),
                alert.handling(),
                alert.version());
    }

    /** The next version of what is told. */
    static Alert told(Alert alert, long version, Instant at) {
        return copy(
                alert,
                alert.state(),
                alert.onset(),
                alert.firedAt(),
                alert.resolvedAt(),
                at,
                alert.corrected(),
                alert.drivers(),
                alert.resolution(),
                alert.handling(),
                version);
    }

    private static Alert life(
            Alert alert, AlertState state, Instant firedAt, Instant resolvedAt, Handling handling) {
        return copy(
                alert,
                state,
                alert.onset(),
                firedAt,
                resolvedAt,
                alert.updatedAt(),
                alert.corrected(),
                alert.drivers(),
                alert.resolution(),
                handling,
                alert.version());
    }

    private static Alert copy(
            Alert alert,
            AlertState state,
            Onset onset,
            Instant firedAt,
            Instant resolvedAt,
            Instant updatedAt,
            Figures corrected,
            List<Driver> drivers,
            String resolution,
            Handling handling,
            long version) {
        return new Alert(
                alert.id(),
                alert.rule(),
                alert.journey(),
                alert.journeyVersion(),
                alert.stage(),
                state,
                alert.direction(),
                onset,
                firedAt,
                resolvedAt,
                updatedAt,
                alert.figures(),
                corrected,
                alert.decision(),
                drivers,
                alert.terms(),
                alert.verbatims(),
                alert.models(),
                resolution,
                alert.ownership(),
                handling,
                version);
    }
}
