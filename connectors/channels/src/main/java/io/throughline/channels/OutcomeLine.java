package io.throughline.channels;

import io.throughline.json.FeedbackJson;

/** An outcome on one line, as golden files hold it. */
public final class OutcomeLine {

    private OutcomeLine() {}

    /** The feedback as commands print it, or {@code rejected REASON: …}, or {@code filtered …}. */
    public static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return FeedbackJson.line(accepted.feedback());
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return "rejected " + rejected.reason() + ": " + rejected.message();
        }
        return "filtered " + ((Outcome.Filtered) outcome).reason();
    }
}
