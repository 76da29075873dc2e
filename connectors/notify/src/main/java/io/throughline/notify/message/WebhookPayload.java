package io.throughline.notify.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What Alertmanager's webhook sends, version 4 ({@code template/template.go} and {@code
 * notify/webhook/webhook.go} of prometheus/alertmanager), so that whatever takes its webhooks takes
 * ours. Alerts of one stage are one group.
 */
public final class WebhookPayload {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Alertmanager writes where a time is not known: Go's zero time. */
    private static final String NO_TIME = "0001-01-01T00:00:00Z";

    private static final List<String> GROUPED_BY = List.of("journey", "stage");

    private WebhookPayload() {}

    /**
     * The body, JSON.
     *
     * @param receiver its id
     * @param alerts of one stage, at least one
     * @param externalUrl address of the live page; empty for none
     */
    public static String of(String receiver, List<AlertmanagerAlert> alerts, String externalUrl) {
        SortedMap<String, String> group = common(alerts, AlertmanagerAlert::labels);
        group.keySet().retainAll(GROUPED_BY);
        ObjectNode body = JSON.createObjectNode();
        body.put("version", "4");
        body.put("groupKey", groupKey(group));
        body.put("truncatedAlerts", 0);
        body.put("status", status(alerts.stream().anyMatch(alert -> alert.endsAt().isEmpty())));
        body.put("receiver", receiver);
        put(body.putObject("groupLabels"), group);
        put(body.putObject("commonLabels"), common(alerts, AlertmanagerAlert::labels));
        put(body.putObject("commonAnnotations"), common(alerts, AlertmanagerAlert::annotations));
        body.put("externalURL", externalUrl);
        ArrayNode list = body.putArray("alerts");
        alerts.forEach(alert -> put(list.addObject(), alert));
        return body.toString();
    }

    private static void put(ObjectNode one, AlertmanagerAlert alert) {
        one.put("status", status(alert.endsAt().isEmpty()));
        put(one.putObject("labels"), alert.labels());
        put(one.putObject("annotations"), alert.annotations());
        one.put("startsAt", alert.startsAt().toString());
        one.put("endsAt", alert.endsAt().map(Object::toString).orElse(NO_TIME));
        one.put("generatorURL", alert.generatorUrl().orElse(""));
        one.put("fingerprint", alert.fingerprint());
    }

    private static void put(ObjectNode to, Map<String, String> texts) {
        texts.forEach(to::put);
    }

    private static String status(boolean lasts) {
        return lasts ? "firing" : "resolved";
    }

    private static String groupKey(Map<String, String> group) {
        return group.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + quoted(label.getValue()) + "\"")
                .collect(Collectors.joining(", ", "{}:{", "}"));
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static SortedMap<String, String> common(
            List<AlertmanagerAlert> alerts,
            Function<AlertmanagerAlert, SortedMap<String, String>> part) {
        SortedMap<String, String> common = new TreeMap<>(part.apply(alerts.get(0)));
        alerts.forEach(alert -> common.entrySet().retainAll(part.apply(alert).entrySet()));
        return common;
    }
}
