package io.throughline.document;

import io.throughline.alert.Alert;
import io.throughline.json.AlertJson;

/** The document of an alert: one for its whole life, with the fields of {@link AlertJson}. */
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
        return Documents.encode(out -> AlertJson.write(out, alert));
    }
}
