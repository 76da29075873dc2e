package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a rule: with the keys that Kibana takes and no other, since it refuses a body with
 * one it does not know, and over fields that are there.
 */
final class RuleCheck {

    private static final Set<String> BODY =
            Set.of(
                    "name",
                    "tags",
                    "enabled",
                    "rule_type_id",
                    "consumer",
                    "schedule",
                    "params",
                    "actions");

    private static final Set<String> COMMON =
            Set.of(
                    "index",
                    "timeField",
                    "timeWindowSize",
                    "timeWindowUnit",
                    "thresholdComparator",
                    "threshold",
                    "aggType",
                    "groupBy");

    private static final Map<String, Set<String>> OWN =
            Map.of(
                    ".es-query",
                    Set.of("searchType", "esQuery", "size", "excludeHitsFromPreviousRun"),
                    ".index-threshold",
                    Set.of());

    private static final Set<String> OF_A_FIELD =
            Set.of("term", "terms", "match", "range", "prefix");

    private final Report report;
    private final Mappings mappings;

    RuleCheck(Report report, Mappings mappings) {
        this.report = report;
        this.mappings = mappings;
    }

    void check(JsonNode body) {
        keys(body, BODY, BODY, "");
        report.oneOf(body, "consumer", List.of("stackAlerts"));
        if (!body.at("/schedule/interval").asText().matches("[1-9][0-9]*[smhd]")) {
            report.add("schedule.interval is none");
        }
        String type = body.path("rule_type_id").asText();
        if (!OWN.containsKey(type)) {
            report.add("no type of rule: '" + type + "'");
            return;
        }
        params(body.path("params"), OWN.get(type));
    }

    private void params(JsonNode params, Set<String> own) {
        boolean top = params.path("groupBy").asText().equals("top");
        Set<String> grouped = top ? Set.of("termField", "termSize") : Set.of();
        Set<String> needed = new HashSet<>(COMMON);
        needed.addAll(own);
        needed.addAll(grouped);
        keys(params, needed, needed, "params.");
        report.oneOf(params, "groupBy", List.of("all", "top"));
        report.oneOf(params, "aggType", List.of("count"));
        report.oneOf(params, "timeWindowUnit", List.of("s", "m", "h", "d"));
        report.oneOf(params, "thresholdComparator", List.of(">", ">=", "<", "<="));
        if (params.path("threshold").size() != 1 || params.path("timeWindowSize").asInt() < 1) {
            report.add("threshold or window is none");
        }
        String index = params.path("index").path(0).asText();
        Optional<Fields> fields = mappings.of(index);
        if (fields.isEmpty()) {
            report.add("no template makes an index or alias '" + index + "'");
            return;
        }
        fields(params, fields.get(), top);
        if (own.contains("esQuery")) {
            report.oneOf(params, "searchType", List.of("esQuery"));
            JsonNode query = report.parsed(params, "esQuery").path("query");
            if (!query.isObject()) {
                report.add("esQuery has no query");
            }
            query(query, fields.get());
        }
    }

    private void fields(JsonNode params, Fields fields, boolean top) {
        String time = params.path("timeField").asText();
        if (!fields.kind(time).equals("date")) {
            report.add("timeField '" + time + "' is no date");
        }
        String term = params.path("termField").asText();
        if (top && !fields.aggregatable(term)) {
            report.add("cannot be grouped by '" + term + "'");
        }
    }

    private void query(JsonNode query, Fields fields) {
        for (Map.Entry<String, JsonNode> part : query.properties()) {
            if (OF_A_FIELD.contains(part.getKey())) {
                part.getValue().fieldNames().forEachRemaining(name -> known(name, fields));
            } else if (part.getKey().equals("exists")) {
                known(part.getValue().path("field").asText(), fields);
            } else if (part.getKey().equals("bool")) {
                keys(
                        part.getValue(),
                        Set.of(),
                        Set.of("filter", "must", "must_not", "should"),
                        "esQuery.");
                part.getValue().forEach(list -> list.forEach(item -> query(item, fields)));
            } else {
                report.add("a query that is not understood here: " + part.getKey());
            }
        }
    }

    private void known(String field, Fields fields) {
        if (!fields.has(field)) {
            report.add("no field '" + field + "'");
        }
    }

    private void keys(JsonNode object, Set<String> needed, Set<String> allowed, String path) {
        needed.stream()
                .filter(key -> !object.has(key))
                .sorted()
                .forEach(key -> report.add(path + key + " is missing"));
        object.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!allowed.contains(key)) {
                                report.add(path + key + " is not taken");
                            }
                        });
    }
}
