package io.throughline;

import static io.throughline.Samples.OCCURRED;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertState;
import io.throughline.alert.DataFault;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Figures;
import io.throughline.alert.FixClaim;
import io.throughline.alert.Handling;
import io.throughline.alert.Onset;
import io.throughline.alert.Ownership;
import io.throughline.alert.StageStatus;
import io.throughline.alert.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts and what is said about them, some with every field and some with as few as can be. */
public final class Alerts {

    private static final String JOURNEY = "insurance-personal-lines";
    private static final Instant HOUR = Instant.parse("2026-03-04T06:00:00Z");

    private Alerts() {}

    public static Alert full() {
        return new Alert(
                "9f2c",
                "sentiment-drop",
                JOURNEY,
                3,
                "claim",
                AlertState.RESOLVED,
                Direction.DROP,
                new Onset(OCCURRED, OCCURRED.minusSeconds(900), OCCURRED.plusSeconds(300)),
                OCCURRED.plusSeconds(600),
                OCCURRED.plusSeconds(7200),
                OCCURRED.plusSeconds(7200),
                new Figures(0.25, 0.5, 0.125, 0.375, 120, 77),
                new Figures(0.25, 0.4375, 0.0625, 0.3125, 128, 80),
                new Decision("cusum", 6.5, 6.25, Duration.ofDays(56)),
                List.of(
                        new Driver("phone", 80, 0.25, 0.5625, 0.1875),
                        new Driver("web", 40, 0.25, 0.375, 0.0625)),
                List.of(new Term("callback", 4.5, 31), new Term("où est", 2.25, 9)),
                List.of(
                        new Evidence(
                                "phone:calls:call-17",
                                "phone",
                                OCCURRED.plusSeconds(60),
                                "Nobody called me back 😡",
                                "https://example.com/calls/17"),
                        new Evidence("web:forms:1", "web", OCCURRED, "Still waiting", null)),
                List.of("adaptive@2", "adaptive@3"),
                "30 more answers at the former level would end it.",
                new Ownership(
                        "My claim is handled",
                        "claims-operations",
                        List.of("it", "partners"),
                        "chief-operations"),
                new Handling(
                        "desk-7",
                        OCCURRED.plusSeconds(700),
                        "desk-8",
                        OCCURRED.plusSeconds(650),
                        "night-shift",
                        List.of("channel-stalled", "model-change"),
                        true),
                5);
    }

    public static Alert claimed() {
        Alert alert = volume();
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
                alert.corrected(),
                alert.decision(),
                alert.drivers(),
                alert.terms(),
                alert.verbatims(),
                alert.models(),
                alert.resolution(),
                alert.ownership(),
                Handling.NONE.claimed(
                        new FixClaim("lea", OCCURRED.plusSeconds(900), "parcels go out again")),
                2);
    }

    public static Alert volume() {
        return new Alert(
                "00a1",
                "volume-collapse",
                "retail",
                1,
                "delivery",
                AlertState.FIRING,
                Direction.VOLUME_COLLAPSE,
                new Onset(OCCURRED, OCCURRED, OCCURRED),
                OCCURRED.plusSeconds(300),
                null,
                OCCURRED.plusSeconds(300),
                new Figures(40, 0, -52, -28, 0, 0),
                null,
                new Decision("limit", 4.5, 4, Duration.ofDays(56)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "It ends when feedback comes as usual.",
                new Ownership("My parcel comes", "logistics", List.of(), null),
                Handling.NONE,
                1);
    }

    /** What the first release wrote as resolved, with what stands for what it lacked. */
    public static Alert ofReleaseOne() {
        return old(
                "a1",
                "stage-drop",
                JOURNEY,
                "claim",
                AlertState.RESOLVED,
                Direction.DROP,
                OCCURRED.plusSeconds(600),
                OCCURRED.plusSeconds(7200),
                new Figures(0.25, 0.5, 0.25, 0.25, 120, 0),
                3);
    }

    /** What the first release wrote as open: it said of none of these when they fired. */
    public static Alert openOfReleaseOne() {
        return old(
                "a2",
                "volume",
                "retail",
                "delivery",
                AlertState.NO_DATA,
                Direction.VOLUME_COLLAPSE,
                OCCURRED,
                null,
                new Figures(40, 0, -40, -40, 0, 0),
                1);
    }

    private static Alert old(
            String id,
            String rule,
            String journey,
            String stage,
            AlertState state,
            Direction direction,
            Instant firedAt,
            Instant resolvedAt,
            Figures figures,
            long version) {
        return new Alert(
                id,
                rule,
                journey,
                0,
                stage,
                state,
                direction,
                new Onset(OCCURRED, OCCURRED, OCCURRED),
                firedAt,
                resolvedAt,
                resolvedAt == null ? firedAt : resolvedAt,
                figures,
                null,
                new Decision("", 0, 0, Duration.ZERO),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                new Ownership(stage, "", List.of(), null),
                Handling.NONE,
                version);
    }

    public static AlertCommand silence() {
        return new AlertCommand(
                "night-shift",
                AlertCommand.Kind.SILENCE,
                OCCURRED,
                "desk-7",
                "known outage",
                null,
                Map.of("stage", "claim", "rule", "sentiment-drop", "journey", JOURNEY),
                OCCURRED.plusSeconds(3600),
                null);
    }

    public static AlertCommand rules() {
        return new AlertCommand(
                "rules-1",
                AlertCommand.Kind.RULES,
                Instant.EPOCH,
                "configuration",
                null,
                null,
                Map.of(),
                null,
                "delta: 0.1\n");
    }

    public static DataFault stalled() {
        return new DataFault(
                DataFault.Kind.CHANNEL_STALLED,
                JOURNEY,
                "claim",
                "phone",
                OCCURRED,
                OCCURRED.plusSeconds(1800),
                "0 of 24 calls came");
    }

    public static DataFault mapChange() {
        return new DataFault(
                DataFault.Kind.MAP_CHANGE, JOURNEY, null, null, OCCURRED, null, "3 after 2");
    }

    public static StageStatus pending() {
        return new StageStatus(
                JOURNEY,
                "claim",
                HOUR,
                false,
                4000,
                1000,
                0.25,
                4.5,
                6.25,
                HOUR.minusSeconds(1500));
    }

    public static StageStatus learning() {
        return new StageStatus(JOURNEY, "claim", HOUR, true, 17, 1000, 0, 0, 0, null);
    }
}
