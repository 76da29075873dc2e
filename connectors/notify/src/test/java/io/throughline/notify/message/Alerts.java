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
                    copy.version = state.ordinal() + 1;
                    return copy;
                });
    }

    static Alert heldBackToItsEnd() {
        return change(
                in(AlertState.SUPPRESSED),
                copy -> {
                    copy.resolvedAt = LATER;
                    return copy;
                });
    }

    public static Alert handled(Alert alert, Handling handling) {
        return change(
                alert,
                copy -> {
                    copy.handling = handling;
                    return copy;
                });
    }

    public static Alert corrected(Figures figures) {
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.corrected = figures;
                    copy.version = 4;
                    return copy;
                });
    }

    public static Alert saying(List<Evidence> verbatims, List<Term> terms) {
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.verbatims = verbatims;
                    copy.terms = terms;
                    return copy;
                });
    }

    public static Alert carriedBy(List<Driver> drivers, Figures figures) {
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.drivers = drivers;
                    copy.figures = figures;
                    return copy;
                });
    }

    public static Alert surge() {
        return change(
                SampleAlert.drop(),
                copy -> {
                    copy.rule = "volume-surge";
                    copy.direction = Direction.VOLUME_SURGE;
                    copy.figures = new Figures(190.4, 412, 182.2, 261.0, 412, 371);
                    copy.decision = new Decision("count", 8.31, 5.2, Duration.ofDays(56));
                    copy.drivers =
                            List.of(
                                    new Driver("mobile", 301, 98.3, 301, 202.7),
                                    new Driver("web", 40, 25.3, 40, 14.7),
                                    new Driver("phone", 71, 66.8, 71, 4.2));
                    return copy;
                });
    }

    public static Alert change(Alert alert, UnaryOperator<Copy> change) {
        return change.apply(new Copy(alert)).alert();
    }

    /** An alert whose parts can be set. */
    public static final class Copy {
        private String id;
        private String stage;
        public String rule;
        public AlertState state;
        public Direction direction;
        public Instant resolvedAt;
        public Instant updatedAt;
        public Figures figures;
        public Figures corrected;
        public Decision decision;
        public List<Driver> drivers;
        public List<Term> terms;
        public List<Evidence> verbatims;
        public String resolution;
        public Ownership ownership;
        public Handling handling;
        public long version;
        private final Alert from;

        private Copy(Alert from) {
            this.from = from;
            id = from.id();
            stage = from.stage();
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

        public Copy named(String other) {
            id = other;
            return this;
        }

        public Copy at(String other) {
            stage = other;
            id = id + "-" + other;
            return this;
        }

        public Copy in(AlertState other) {
            state = other;
            resolvedAt =
                    switch (other) {
                        case FIRING, RECOVERING, SUPPRESSED -> null;
                        case RESOLVED, NO_DATA -> LATER;
                    };
            return this;
        }

        public Copy handling(Handling other) {
            handling = other;
            return this;
        }

        public Copy corrected(Figures other) {
            corrected = other;
            return this;
        }

        public Copy version(long other) {
            version = other;
            return this;
        }

        private Alert alert() {
            return new Alert(
                    id,
                    rule,
                    from.journey(),
                    from.journeyVersion(),
                    stage,
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
