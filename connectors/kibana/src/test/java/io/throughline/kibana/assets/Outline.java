package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.Reference;
import io.throughline.kibana.SavedObject;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What saved objects show, of what and leading where, in a form that can be read and compared.
 * Whatever changes what a person sees or is led to changes a line: what the checker cannot know to
 * be wrong, such as one field in place of another, is seen here.
 */
public final class Outline {

    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    private Outline() {}

    public static String of(List<SavedObject> objects) {
        Outline outline = new Outline();
        objects.forEach(outline::object);
        return outline.lines.toString();
    }

    private void object(SavedObject object) {
        JsonNode attributes = object.attributes();
        Map<String, String> targets = new TreeMap<>();
        object.references().forEach(reference -> targets.put(reference.name(), reference.id()));
        lines.add(
                object.type()
                        + " "
                        + object.id()
                        + " ("
                        + object.typeMigrationVersion()
                        + ", "
                        + object.coreMigrationVersion()
                        + ")");
        lines.add("  " + attributes.path("title").asText() + attributes.path("name").asText());
        lines.add("  " + attributes.path("description").asText());
        object.references().stream()
                .filter(reference -> reference.type().equals("tag"))
                .map(Reference::id)
                .forEach(id -> lines.add("  tagged " + id));
        switch (object.type()) {
            case "index-pattern" -> dataView(attributes);
            case "search" -> search(attributes, targets);
            case "dashboard" -> dashboard(attributes, targets);
            default -> {}
        }
    }

    private void dataView(JsonNode view) {
        lines.add("  by " + view.path("timeFieldName").asText());
        Json.parse(view.path("fieldFormatMap").asText("{}"))
                .properties()
                .forEach(format -> lines.add("  " + format.getKey() + " as " + format.getValue()));
    }

    private void search(JsonNode search, Map<String, String> targets) {
        JsonNode source = source(search);
        lines.add("  of " + targets.get(source.path("indexRefName").asText()));
        lines.add("  where " + query(source.path("query")) + filters(source.path("filter")));
        lines.add("  columns " + search.path("columns"));
        lines.add("  order " + search.path("sort"));
    }

    private void dashboard(JsonNode dashboard, Map<String, String> targets) {
        JsonNode source = source(dashboard);
        lines.add(
                String.format(
                        "  from %s to %s (kept: %s), %s, where %s%s",
                        dashboard.path("timeFrom").asText(),
                        dashboard.path("timeTo").asText(),
                        dashboard.path("timeRestore").asBoolean(),
                        dashboard.path("refreshInterval"),
                        query(source.path("query")),
                        filters(source.path("filter"))));
        JsonNode group = dashboard.path("controlGroupInput");
        if (group.isObject()) {
            lines.add(
                    "  controls "
                            + group.path("chainingSystem").asText()
                            + " "
                            + group.path("ignoreParentSettingsJSON").asText());
            JsonNode controls = Json.parse(group.path("panelsJSON").asText("{}"));
            controls.properties().forEach(c -> control(c.getKey(), c.getValue(), targets));
        }
        Json.parse(dashboard.path("panelsJSON").asText("[]")).forEach(p -> panel(p, targets));
    }

    private void control(String id, JsonNode control, Map<String, String> targets) {
        JsonNode input = control.path("explicitInput");
        lines.add(
                String.format(
                        "  control %s '%s': %s %s of %s (%s), chosen %s",
                        control.path("order"),
                        input.path("title").asText(),
                        control.path("type").asText(),
                        input.path("fieldName").asText(),
                        targets.get("controlGroup_" + id + ":optionsListDataView"),
                        input.path("dataViewId").asText(),
                        input.path("selectedOptions")));
    }

    private void panel(JsonNode panel, Map<String, String> targets) {
        JsonNode grid = panel.path("gridData");
        String index = panel.path("panelIndex").asText() + ":";
        lines.add(
                String.format(
                        "  %d,%d %dx%d %s %s",
                        grid.path("x").asInt(),
                        grid.path("y").asInt(),
                        grid.path("w").asInt(),
                        grid.path("h").asInt(),
                        panel.path("type").asText(),
                        panel.path("title")));
        if (panel.has("panelRefName")) {
            lines.add("      is " + targets.get(index + panel.path("panelRefName").asText()));
        }
        JsonNode config = panel.path("embeddableConfig");
        if (config.has("timeRange")) {
            lines.add("      always " + config.path("timeRange"));
        }
        JsonNode attributes = config.path("attributes");
        if (attributes.path("state").isObject()) {
            ChartOutline.of(attributes).forEach(line -> lines.add("      " + line));
        }
        for (JsonNode link : attributes.path("links")) {
            String target = index + link.path("destinationRefName").asText();
            lines.add(
                    "      link "
                            + link.path("order")
                            + " '"
                            + link.path("label").asText()
                            + "' to "
                            + targets.get(target));
        }
        config.at("/savedVis/params/markdown")
                .asText()
                .lines()
                .forEach(line -> lines.add("      " + line));
        for (JsonNode event : config.at("/enhancements/dynamicActions/events")) {
            JsonNode action = event.path("action");
            String target =
                    String.format(
                            "%sdrilldown:%s:%s:dashboardId",
                            index,
                            action.path("factoryId").asText(),
                            event.path("eventId").asText());
            lines.add(
                    "      click: '"
                            + action.path("name").asText()
                            + "' to "
                            + targets.get(target)
                            + " "
                            + action.path("config"));
        }
    }

    private static JsonNode source(JsonNode attributes) {
        return Json.parse(attributes.at("/kibanaSavedObjectMeta/searchSourceJSON").asText("{}"));
    }

    static String query(JsonNode query) {
        return query.path("language").asText() + ": " + query.path("query").asText();
    }

    static String filters(JsonNode filters) {
        return filters.isEmpty() ? "" : " and " + filters;
    }
}
