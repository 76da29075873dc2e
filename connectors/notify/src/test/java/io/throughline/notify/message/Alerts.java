package io.throughline.notify.message;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.alert.Ownership;
import io.throughline.alert.Term;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The made-up alert at other points of its life. */
public final class Alerts {

    static final MessageSettings SETTINGS =
            new MessageSettings(
                    Optional.of(ZoneId.of("Europe/Berlin")),
                    Optional.of(URI.create("https://cx.example")),
                    Optional.of(URI.create("https://kibana.example/s/cx/")));

    private static final Instant LATER = Instant.parse("2026-03-06T15:20:00Z");

    private static final Map<AlertState, String> ENDS =
            Map.of(
                    AlertState.RESOLVED,
                    "Newer feedback, 64 pieces of it, is back at 25.4%.",
                    AlertState.NO_DATA,
                    "No feedback came for 7 days.");

    private Alerts() {}

    public static Alert in(AlertState state) {
        boolean ended =
                switch (state) {
                    case FIRING, RECOVERING, SUPPRESSED -> false;
                    case RESOLVED, NO_DATA -> true;
                };
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.state = state;
                    copy.updatedAt = state == AlertState.FIRING ? copy.updatedAt : LATER;
                    copy.resolvedAt = ended ? LATER : null;
                    copy.resolution = ended ? ENDS.get(state) : copy.resolution;
                    copy.version = state.ordinal() + 1;
                    return copy;
                });
    }

    static Alert handled(Alert alert, Handling handling) {
        return change(
                alert,
                copy -> {
                    copy.handling = handling;
                    return copy;
                });
    }

    static Alert corrected(Figures figures) {
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.corrected = figures;
                    copy.version = 4;
                    return copy;
                });
    }

    static Alert saying(List<Evidence> verbatims, List<Term> terms) {
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.verbatims = verbatims;
                    copy.terms = terms;
                    return copy;
                });
    }

    static Alert carriedBy(List<Driver> drivers, Figures figures) {
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.drivers = drivers;
                    copy.figures = figures;
                    return copy;
                });
    }

    static Alert surge() {
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.rule = "volume-surge";
                    copy.direction = Direction.VOLUME_SURGE;
                    copy.figures = new Figures(190.4, 412, 182.2, 261.0, 412, 371);
                    copy.decision = new Decision("limit", 8.31, 4, Duration.ofDays(56));
                    copy.drivers =
                            List.of(
                                    new Driver("mobile", 301, 98.3, 301, 202.7),
                                    new Driver("web", 40, 25.3, 40, 14.7),
                                    new Driver("phone", 71, 66.8, 71, 4.2));
                    return copy;
                });
    }

    static Alert change(Alert alert, UnaryOperator<Copy> change) {
        return change.apply(new Copy(alert)).alert();
    }

    /** An alert whose parts can be set. */
    static final class Copy {
        String rule;
        AlertState state;
        Direction direction;
        Instant resolvedAt;
        Instant updatedAt;
        Figures figures;
        Figures corrected;
        Decision decision;
        List<Driver> drivers;
        List<Term> terms;
        List<Evidence> verbatims;
        String resolution;
        Ownership ownership;
        Handling handling;
        long version;
        private final Alert from;

        private Copy(Alert from) {
            this.from = from;
            rule = from.rule();
            state = from.state();
            direction = from.direction();
            resolvedAt = from.resolvedAt();
            updatedAt = from.updatedAt();
            figures = from.figures();
            corrected = from.corrected();
            decision = from.decision();
            drivers = from.drivers();
            terms = from.terms();
            verbatims = from.verbatims();
            resolution = from.resolution();
            ownership = from.ownership();
            handling = from.handling();
            version = from.version();
        }

        private Alert alert() {
            return new Alert(
                    from.id(),
                    rule,
                    from.journey(),
                    from.journeyVersion(),
                    from.stage(),
                    state,
                    direction,
                    from.onset(),
                    from.firedAt(),
                    resolvedAt,
                    updatedAt,
                    figures,
                    corrected,
                    decision,
                    drivers,
                    terms,
                    verbatims,
                    from.models(),
                    resolution,
                    ownership,
                    handling,
                    version);
        }
    }
}
