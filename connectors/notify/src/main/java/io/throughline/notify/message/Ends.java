package io.throughline.notify.message;

import io.throughline.alert.Alert;

/** Says how an alert that is over ended; the page of an alert says the same words. */
final class Ends {

    private static final int LONGEST_NAME = 80;

    private Ends() {}

    static String said(Alert alert) {
        String acceptedBy = alert.handling().acceptedBy();
        if (acceptedBy != null) {
            return Plain.line(acceptedBy, LONGEST_NAME) + " accepted the new level.";
        }
        return switch (alert.state()) {
            case NO_DATA ->
                    "No feedback to judge by came for as long as noDataAfter sets, 7 days unless you set it.";
            case SUPPRESSED ->
                    "Held back to its end: newer feedback showed the former level before it could fire.";
            case FIRING, RECOVERING, RESOLVED -> "Newer feedback showed the former level.";
        };
    }
}
