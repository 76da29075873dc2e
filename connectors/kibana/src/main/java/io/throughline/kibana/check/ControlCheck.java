package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The controls above a dashboard: each chooses by a field of a data view that is there. */
final class ControlCheck {

    private static final Map<String, String> REFERENCES =
            Map.of(
                    "optionsListControl", "optionsListDataView",
                    "rangeSliderControl", "rangeSliderDataView");

    private ControlCheck() {}

    static void check(Report report, JsonNode group, Names names, Context context) {
        report.parsed(group, "ignoreParentSettingsJSON");
        report.oneOf(group, "chainingSystem", List.of("HIERARCHICAL", "NONE"));
        Set<Integer> orders = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : report.parsed(group, "panelsJSON").properties()) {
            Report inside = report.at("control " + entry.getKey());
            JsonNode control = entry.getValue();
            if (!orders.add(control.path("order").asInt(-1))) {
                inside.add("two controls in the same place");
            }
            report.oneOf(control, "width", List.of("small", "medium", "large"));
            if (!control.path("type").asText().equals("timeSlider")) {
                control(inside, entry.getKey(), control, names, context);
            }
        }
    }

    private static void control(
            Report report, String id, JsonNode control, Names names, Context context) {
        report.oneOf(control, "type", REFERENCES.keySet());
        JsonNode input = control.path("explicitInput");
        if (!input.path("id").asText().equals(id)) {
            report.add("has another id inside: " + input.path("id").asText());
        }
        String reference = REFERENCES.getOrDefault(control.path("type").asText(), "");
        String field = input.path("fieldName").asText();
        Optional<String> view = names.find("controlGroup_" + id + ":" + reference, "index-pattern");
        view.filter(found -> input.has("dataViewId"))
                .filter(found -> !found.equals(input.path("dataViewId").asText()))
                .ifPresent(found -> report.add("has another data view inside than " + found));
        view.flatMap(context::fields)
                .filter(fields -> !fields.aggregatable(field))
                .ifPresent(fields -> report.add("cannot choose by the field '" + field + "'"));
    }
}
