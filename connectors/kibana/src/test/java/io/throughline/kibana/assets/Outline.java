package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import java.util.List;
import java.util.StringJoiner;

/** What a person would see of saved objects, in a form that can be read and compared. */
final class Outline {

    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    private Outline() {}

    static String of(List<SavedObject> objects) {
        Outline outline = new Outline();
        objects.forEach(outline::object);
        return outline.lines.toString();
    }

    private void object(SavedObject object) {
        JsonNode attributes = object.attributes();
        lines.add(object.type() + " " + object.id());
        lines.add("  " + attributes.path("title").asText() + attributes.path("name").asText());
        if (attributes.has("columns")) {
            lines.add("  columns " + attributes.path("columns"));
        }
        if (attributes.has("controlGroupInput")) {
            JsonNode controls = Json.parse(attributes.at("/controlGroupInput/panelsJSON").asText());
            controls.forEach(
                    control ->
                            lines.add(
                                    "  control "
                                            + control.at("/explicitInput/title").asText()
                                            + ": "
                                            + control.at("/explicitInput/fieldName").asText()));
        }
        if (attributes.has("panelsJSON")) {
            Json.parse(attributes.path("panelsJSON").asText()).forEach(this::panel);
        }
    }

    private void panel(JsonNode panel) {
        JsonNode grid = panel.path("gridData");
        lines.add(
                String.format(
                        "  %d,%d %dx%d %s '%s'",
                        grid.path("x").asInt(),
                        grid.path("y").asInt(),
                        grid.path("w").asInt(),
                        grid.path("h").asInt(),
                        panel.path("type").asText(),
                        panel.path("title").asText()));
        JsonNode attributes = panel.at("/embeddableConfig/attributes");
        JsonNode state = attributes.path("state");
        if (state.isObject()) {
            JsonNode visualization = state.path("visualization");
            lines.add(
                    "      "
                            + attributes.path("visualizationType").asText()
                            + " "
                            + visualization.path("subtitle").asText());
            lines.add("      where " + state.at("/query/query").asText());
            state.at("/datasourceStates/formBased/layers").forEach(this::layer);
        }
        for (JsonNode link : attributes.path("links")) {
            lines.add("      link " + link.path("label").asText());
        }
        if (panel.at("/embeddableConfig/savedVis").isObject()) {
            panel.at("/embeddableConfig/savedVis/params/markdown")
                    .asText()
                    .lines()
                    .forEach(line -> lines.add("      " + line));
        }
        for (JsonNode event : panel.at("/embeddableConfig/enhancements/dynamicActions/events")) {
            lines.add("      click: " + event.at("/action/name").asText());
        }
    }

    private void layer(JsonNode layer) {
        for (JsonNode id : layer.path("columnOrder")) {
            JsonNode column = layer.path("columns").path(id.asText());
            if (column.path("label").asText().startsWith("Part of ")) {
                continue;
            }
            String what =
                    column.has("sourceField")
                            ? column.path("sourceField").asText()
                            : column.at("/params/formula").asText();
            lines.add(
                    "      - "
                            + column.path("label").asText()
                            + ": "
                            + column.path("operationType").asText()
                            + " "
                            + what);
            for (JsonNode filter : column.at("/params/filters")) {
                lines.add(
                        "          "
                                + filter.path("label").asText()
                                + " = "
                                + filter.at("/input/query").asText());
            }
        }
    }
}
