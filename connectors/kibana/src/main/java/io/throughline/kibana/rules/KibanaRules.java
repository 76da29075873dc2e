package io.throughline.kibana.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.kibana.Json;
import io.throughline.kibana.NamedUuid;
import io.throughline.kibana.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Example rules for Kibana's alerting, made from the journey map. They watch what Throughline says,
 * and do not judge anew: whether a stage got worse is for its detectors, which know what to expect.
 */
public final class KibanaRules {

    /** Dead letters of one reason in {@link #WINDOW_MINUTES} that are more than a few strays. */
    private static final int DEAD_LETTERS = 100;

    private static final int WINDOW_MINUTES = 15;

    /** Longer than any alert stays open: ten years. */
    private static final int LONGEST_DAYS = 3_650;

    private final String journey;

    private KibanaRules(String journey) {
        this.journey = journey;
    }

    /**
     * One rule a stage, which is active while the stage has an open alert and carries the owner as
     * a tag; and one each on dead letters, on channels that fail, and on feedback that does not
     * come. The same map gives the same rules under the same ids.
     */
    public static List<KibanaRule> of(JourneyMap map) {
        KibanaRules rules = new KibanaRules(map.journey());
        List<KibanaRule> all = new ArrayList<>();
        map.stages().forEach(stage -> all.add(rules.openAlert(stage)));
        all.add(rules.deadLetters());
        all.add(rules.failingChannel());
        all.add(rules.nothingNew());
        return List.copyOf(all);
    }

    private KibanaRule openAlert(Stage stage) {
        ObjectNode open =
                bool(
                        List.of(term("journey", journey), term("stage", stage.id())),
                        Json.object("exists", Json.object("field", "resolvedAt")));
        ObjectNode params = query("cx-alerts", "firedAt", open, LONGEST_DAYS, "d", ">", 0);
        return rule(
                "alert/" + stage.id(),
                "alert on " + Words.label(stage.name()),
                List.of(stage.id(), Words.label(stage.owner())),
                ".es-query",
                params);
    }

    private KibanaRule deadLetters() {
        ObjectNode params =
                Json.object(
                        "index",
                        Json.array("cx-dead-letters"),
                        "timeField",
                        "observedAt",
                        "aggType",
                        "count",
                        "groupBy",
                        "top",
                        "termField",
                        "reason",
                        "termSize",
                        10,
                        "timeWindowSize",
                        WINDOW_MINUTES,
                        "timeWindowUnit",
                        "m",
                        "thresholdComparator",
                        ">",
                        "threshold",
                        Json.array(DEAD_LETTERS));
        return rule(
                "dead-letters",
                "many dead letters of one reason",
                List.of("pipeline"),
                ".index-threshold",
                params);
    }

    private KibanaRule failingChannel() {
        ObjectNode failing = bool(List.of(term("health.state", "failing")), null);
        ObjectNode params = query("cx-signals", "windowStart", failing, 5, "m", ">", 0);
        params.put("groupBy", "top").put("termField", "source").put("termSize", 50);
        return rule("channel-failing", "a channel fails", List.of("channels"), ".es-query", params);
    }

    private KibanaRule nothingNew() {
        ObjectNode any = bool(List.of(term("journey", journey)), null);
        ObjectNode params = query("cx-feedback", "observedAt", any, 1, "h", "<", 1);
        return rule(
                "freshness", "no feedback for an hour", List.of("pipeline"), ".es-query", params);
    }

    private KibanaRule rule(
            String id, String name, List<String> tags, String type, ObjectNode params) {
        List<String> all = new ArrayList<>(List.of("throughline", journey));
        tags.stream().filter(tag -> !tag.isBlank()).forEach(all::add);
        return new KibanaRule(
                NamedUuid.of("throughline/" + id + "/" + journey),
                Json.object(
                        "name",
                        "Throughline: " + name + " (" + journey + ")",
                        "tags",
                        all.stream().distinct().toList(),
                        "enabled",
                        true,
                        "rule_type_id",
                        type,
                        "consumer",
                        "stackAlerts",
                        "schedule",
                        Json.object("interval", "1m"),
                        "params",
                        params,
                        "actions",
                        Json.array()));
    }

    /** Counts what a query finds; the query is JSON as text, as Kibana wants it. */
    private static ObjectNode query(
            String index,
            String timeField,
            ObjectNode query,
            int window,
            String unit,
            String comparator,
            int threshold) {
        return Json.object(
                "searchType",
                "esQuery",
                "index",
                Json.array(index),
                "timeField",
                timeField,
                "esQuery",
                Json.text(Json.object("query", query)),
                "size",
                100,
                "timeWindowSize",
                window,
                "timeWindowUnit",
                unit,
                "thresholdComparator",
                comparator,
                "threshold",
                Json.array(threshold),
                "aggType",
                "count",
                "groupBy",
                "all",
                "excludeHitsFromPreviousRun",
                false);
    }

    private static ObjectNode bool(List<ObjectNode> filter, ObjectNode mustNot) {
        ObjectNode bool = Json.object("filter", filter);
        if (mustNot != null) {
            bool.set("must_not", Json.array(mustNot));
        }
        return Json.object("bool", bool);
    }

    private static ObjectNode term(String field, String value) {
        return Json.object("term", Json.object(field, value));
    }
}
