package io.throughline.json;

import io.throughline.model.Alert;

/** An alert as commands print it. */
public final class AlertJson {

    private AlertJson() {}

    /** One alert on one line, without a line break. */
    public static String line(Alert alert) {
        return JsonWriter.object(
                out ->
                        out.text("id", alert.id())
                                .text("stage", alert.stage())
                                .text("state", alert.state().id())
                                .time("onset", alert.onset())
                                .time("firedAt", alert.firedAt())
                                .time("resolvedAt", alert.resolvedAt())
                                .text("direction", alert.direction().id())
                                .number("expected", alert.expected())
                                .number("observed", alert.observed())
                                .number("n", alert.count()));
    }
}
