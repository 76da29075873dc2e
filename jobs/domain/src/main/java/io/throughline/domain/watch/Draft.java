package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import java.time.Instant;
import java.util.List;

/** An alert with one thing changed. Its version and time are given when it is told. */
final class Draft {

    private Draft() {}

    static Alert state(Alert alert, AlertState state) {
        return copy(alert, state, alert.firedAt(), alert.resolvedAt(), alert.handling());
    }

    static Alert ended(Alert alert, AlertState state, Instant at) {
        return copy(alert, state, alert.firedAt(), at, alert.handling());
    }

    static Alert firedAt(Alert alert, Instant at) {
        return copy(alert, alert.state(), at, alert.resolvedAt(), alert.handling());
    }

    static Alert acknowledged(Alert alert, String by, Instant at) {
        Handling old = alert.handling();
        return handling(
                alert,
                new Handling(
                        by,
                        at,
                        old.acceptedBy(),
                        old.escalatedAt(),
                        old.silence(),
                        old.faults(),
                        old.flapping()));
    }

    static Alert accepted(Alert alert, String by) {
        Handling old = alert.handling();
        return handling(
                alert,
                new Handling(
                        old.acknowledgedBy(),
                        old.acknowledgedAt(),
                        by,
                        old.escalatedAt(),
                        old.silence(),
                        old.faults(),
                        old.flapping()));
    }

    static Alert escalated(Alert alert, Instant at) {
        Handling old = alert.handling();
        return handling(
                alert,
                new Handling(
                        old.acknowledgedBy(),
                        old.acknowledgedAt(),
                        old.acceptedBy(),
                        at,
                        old.silence(),
                        old.faults(),
                        old.flapping()));
    }

    static Alert held(Alert alert, String silence, List<String> faults) {
        Handling old = alert.handling();
        return handling(
                alert,
                new Handling(
                        old.acknowledgedBy(),
                        old.acknowledgedAt(),
                        old.acceptedBy(),
                        old.escalatedAt(),
                        silence,
                        faults,
                        old.flapping()));
    }

    static Alert flapping(Alert alert, FlapGuard guard) {
        Handling old = alert.handling();
        return handling(
                alert,
                new Handling(
                        old.acknowledgedBy(),
                        old.acknowledgedAt(),
                        old.acceptedBy(),
                        old.escalatedAt(),
                        old.silence(),
                        old.faults(),
                        guard.flapping()));
    }

    static Alert corrected(Alert alert, Figures figures) {
        return new Alert(
                alert.id(),
                alert.rule(),
                alert.journey(),
                alert.journeyVersion(),
                alert.stage(),
                alert.state(),
                alert.direction(),
                alert.onset(),
                alert.firedAt(),
                alert.resolvedAt(),
                alert.updatedAt(),
                alert.figures(),
                figures,
                alert.decision(),
                alert.drivers(),
                alert.terms(),
                alert.verbatims(),
                alert.models(),
                alert.resolution(),
                alert.ownership(),
                alert.handling(),
                alert.version());
    }

    /** The next version of what is told. */
    static Alert told(Alert alert, long version, Instant at) {
        return new Alert(
                alert.id(),
                alert.rule(),
                alert.journey(),
                alert.journeyVersion(),
                alert.stage(),
                alert.state(),
                alert.direction(),
                alert.onset(),
                alert.firedAt(),
                alert.resolvedAt(),
                at,
                alert.figures(),
                alert.corrected(),
                alert.decision(),
                alert.drivers(),
                alert.terms(),
                alert.verbatims(),
                alert.models(),
                alert.resolution(),
                alert.ownership(),
                alert.handling(),
                version);
    }

    private static Alert handling(Alert alert, Handling handling) {
        return copy(alert, alert.state(), alert.firedAt(), alert.resolvedAt(), handling);
    }

    private static Alert copy(
            Alert alert, AlertState state, Instant firedAt, Instant resolvedAt, Handling handling) {
        return new Alert(
                alert.id(),
                alert.rule(),
                alert.journey(),
                alert.journeyVersion(),
                alert.stage(),
                state,
                alert.direction(),
                alert.onset(),
                firedAt,
                resolvedAt,
                alert.updatedAt(),
                alert.figures(),
                alert.corrected(),
                alert.decision(),
                alert.drivers(),
                alert.terms(),
                alert.verbatims(),
                alert.models(),
                alert.resolution(),
                alert.ownership(),
                handling,
                alert.version());
    }
}
