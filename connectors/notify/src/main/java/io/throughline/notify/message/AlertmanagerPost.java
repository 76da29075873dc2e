package io.throughline.notify.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * The body of {@code POST /api/v2/alerts}: {@code postableAlerts} of Alertmanager's {@code
 * api/v2/openapi.yaml}.
 */
public final class AlertmanagerPost {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertmanagerPost() {}

    /**
     * The body, JSON.
     *
     * @param until when Alertmanager may take alerts that last for resolved if nobody tells it
     *     again
     */
    public static String of(List<AlertmanagerAlert> alerts, Instant until) {
        ArrayNode body = JSON.createArrayNode();
        for (AlertmanagerAlert alert : alerts) {
            ObjectNode one = body.addObject();
            ObjectNode labels = one.putObject("labels");
            alert.labels().forEach(labels::put);
            ObjectNode annotations = one.putObject("annotations");
            alert.annotations().forEach(annotations::put);
            one.put("startsAt", alert.startsAt().toString());
            one.put("endsAt", alert.endsAt().orElse(until).toString());
            alert.generatorUrl().ifPresent(url -> one.put("generatorURL", url));
        }
        return body.toString();
    }
}
