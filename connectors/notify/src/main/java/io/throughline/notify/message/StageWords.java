package io.throughline.notify.message;

import io.throughline.alert.Alert;
import java.time.Instant;

/** Says what became of a stage, in words that need no explanation: headline and status. */
final class StageWords {

    private static final int LONGEST_NAME = 120;

    private final Alert alert;
    private final Times times;
    private final String stage;

    StageWords(Alert alert, Times times) {
        this.alert = alert;
        this.times = times;
        this.stage = "“" + Plain.line(alert.ownership().stageName(), LONGEST_NAME) + "”";
    }

    String headline(Occasion occasion) {
        return switch (occasion) {
            case CHANGE -> state();
            case REMINDER -> "Still: " + state();
            case ESCALATION -> "Nobody has taken this up: " + state();
            case CORRECTION -> "Corrected figures: " + state();
            case TRIAL -> "TEST, nothing is wrong: " + state();
        };
    }

    private String state() {
        return switch (alert.state()) {
            case FIRING -> change();
            case RECOVERING -> "Recovering: " + usual("newer feedback on " + stage, "looks");
            case RESOLVED ->
                    alert.handling().acceptedBy() == null
                            ? "Over: " + usual("feedback on " + stage, "is")
                            : "Closed: the new level of " + stage + " is accepted";
            case NO_DATA -> "No answer: feedback on " + stage + " ran dry before it was over";
            case SUPPRESSED -> "Held back: " + change();
        };
    }

    private String usual(String what, String verb) {
        return switch (alert.direction()) {
            case DROP, RISE -> what + " " + verb + " as usual again";
            case VOLUME_SURGE, VOLUME_COLLAPSE -> what + " comes as usual again";
        };
    }

    private String change() {
        return switch (alert.direction()) {
            case DROP -> "Customers are unhappier with " + stage;
            case RISE -> "Customers are happier with " + stage;
            case VOLUME_SURGE -> "Far more feedback than usual on " + stage;
            case VOLUME_COLLAPSE -> "Far less feedback than usual on " + stage;
        };
    }

    String status() {
        String fired = times.at(alert.firedAt());
        Instant end = alert.resolvedAt() == null ? alert.updatedAt() : alert.resolvedAt();
        return switch (alert.state()) {
            case FIRING ->
                    "Firing since "
                            + fired
                            + (alert.handling().flapping()
                                    ? "; it went back and forth and is held open until it is calm"
                                    : "");
            case RECOVERING -> "Fired " + fired + ", recovering as of " + times.at(end);
            case RESOLVED -> "Fired " + fired + ", ended " + times.at(end);
            case NO_DATA ->
                    "Fired "
                            + fired
                            + ", ended "
                            + times.at(end)
                            + " without evidence: silence is not recovery";
            case SUPPRESSED -> "Found " + fired + " and held back";
        };
    }
}
