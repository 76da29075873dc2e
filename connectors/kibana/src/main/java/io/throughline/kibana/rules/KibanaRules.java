package io.throughline.kibana.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.kibana.Json;
import io.throughline.kibana.NamedUuid;
import java.util.List;
import java.util.stream.Stream;

/** Example rules for Kibana's alerting, made from the journey map. */
public final class KibanaRules {

    private KibanaRules() {}

    /** One rule a stage on its open alerts. */
    public static List<KibanaRule> of(JourneyMap map) {
        return map.stages().stream().map(stage -> open(map, stage)).toList();
    }

    private static KibanaRule open(JourneyMap map, Stage stage) {
        ObjectNode query =
                Json.object(
                        "query",
                        Json.object(
                                "bool",
                                Json.object(
                                        "filter",
                                        Json.array(
                                                term("journey", map.journey()),
                                                term("stage", stage.id()),
                                                Json.object(
                                                        "terms",
                                                        Json.object(
                                                                "state",
                                                                Json.array(
                                                                        "firing",
                                                                        "recovering")))))));
        return new KibanaRule(
                NamedUuid.of("throughline/alert/" + stage.id() + "/" + map.journey()),
                Json.object(
                        "name",
                        "Throughline: alert on " + stage.name(),
                        "tags",
                        Stream.of("throughline", map.journey(), stage.id(), stage.owner()).toList(),
                        "enabled",
                        true,
                        "rule_type_id",
                        ".es-query",
                        "consumer",
                        "stackAlerts",
                        "schedule",
                        Json.object("interval", "1m"),
                        "params",
                        Json.object(
                                "searchType",
                                "esQuery",
                                "index",
                                Json.array("cx-alerts"),
                                "timeField",
                                "updatedAt",
                                "esQuery",
                                Json.text(query),
                                "size",
                                10,
                                "timeWindowSize",
                                1,
                                "timeWindowUnit",
                                "d",
                                "threshold",
                                Json.array(0),
                                "thresholdComparator",
                                ">",
                                "aggType",
                                "count",
                                "groupBy",
                                "all",
                                "excludeHitsFromPreviousRun",
                                true),
                        "actions",
                        Json.array()));
    }

    private static ObjectNode term(String field, String value) {
        return Json.object("term", Json.object(field, value));
    }
}
