package io.throughline.local.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.alert.Alert;
import io.throughline.json.AlertJson;

/**
 * An alert as {@code backtest} prints it. Ten fields come first and are always there, so that a
 * script need not ask: {@code resolvedAt} is null where the history ends before the alert does.
 */
public final class AlertLine {

    private static final String RESOLVED_AT = "resolvedAt";
    private static final String BEFORE = "firedAt";
    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertLine() {}

    /** One JSON object on one line. */
    public static String of(Alert alert) {
        String line = AlertJson.line(alert);
        return alert.resolvedAt() == null ? withNull(line) : line;
    }

    private static String withNull(String line) {
        try {
            ObjectNode full = JSON.createObjectNode();
            JsonNode given = JSON.readTree(line);
            given.fields()
                    .forEachRemaining(
                            field -> {
                                full.set(field.getKey(), field.getValue());
                                if (field.getKey().equals(BEFORE)) {
                                    full.putNull(RESOLVED_AT);
                                }
                            });
            return JSON.writeValueAsString(full);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }
}
