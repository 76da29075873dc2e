package io.throughline.document;

import io.throughline.json.JsonWriter;
import io.throughline.model.Alert;

/** The document of an alert: one for its whole life. */
public final class AlertDocument {

    /** The index. */
    public static final String INDEX = "cx-alerts";

    private AlertDocument() {}

    /** The id of the alert. */
    public static String id(Alert alert) {
        return Documents.id(alert.id());
    }

    /** External version: grows with every change of the alert. */
    public static long version(Alert alert) {
        return alert.version();
    }

    /** The document as JSON in UTF-8. */
    public static byte[] encode(Alert alert) {
        return Documents.encode(out -> write(out, alert));
    }

    private static void write(JsonWriter out, Alert alert) {
        out.text("id", alert.id())
                .text("rule", alert.rule())
                .text("journey", alert.journey())
                .text("stage", alert.stage())
                .text("state", alert.state().id())
                .text("direction", alert.direction().id())
                .time("onset", alert.onset())
                .time("firedAt", alert.firedAt())
                .time("resolvedAt", alert.resolvedAt())
                .number("expected", alert.expected())
                .number("observed", alert.observed())
                .number("count", alert.count());
    }
}
