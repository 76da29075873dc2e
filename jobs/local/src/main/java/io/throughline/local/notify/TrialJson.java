package io.throughline.local.notify;

import io.throughline.json.JsonWriter;
import io.throughline.notify.send.Outcome;
import java.util.Locale;

/** What came of a trial, as JSON. */
public final class TrialJson {

    private TrialJson() {}

    /** One line. */
    public static String line(String receiver, Outcome outcome) {
        return JsonWriter.object(
                json ->
                        json.text("receiver", receiver)
                                .text("result", outcome.result().name().toLowerCase(Locale.ROOT))
                                .text("reason", outcome.reason())
                                .text("answer", outcome.answer().orElse(null)));
    }
}
