package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.Reference;
import io.throughline.kibana.check.Kql.Clause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Lens chart: its layers, its query over their data views, and what it shows of them. */
final class LensCheck {

    /** What names of references to a layer's data view begin with. */
    static final String LAYER = "indexpattern-datasource-layer-";

    private final Context context;

    LensCheck(Context context) {
        this.context = context;
    }

    /** Checks the chart's attributes; gives the references that it has of its own. */
    List<Reference> check(Report report, JsonNode attributes) {
        List<Reference> references = references(attributes);
        Names names = new Names(references, report);
        report.oneOf(attributes, "type", List.of("lens"));
        JsonNode state = attributes.path("state");
        if (!state.path("filters").isArray()) {
            report.add("has no list of filters");
        }
        JsonNode layers = state.at("/datasourceStates/formBased/layers");
        if (!layers.isObject() || layers.isEmpty()) {
            report.add("has no layers");
            return references;
        }
        Map<String, JsonNode> columns = new HashMap<>();
        for (Map.Entry<String, JsonNode> layer : layers.properties()) {
            Report inside = report.at("layer " + layer.getKey());
            layer(inside, layer, names, state.path("query"));
            for (Map.Entry<String, JsonNode> column :
                    layer.getValue().path("columns").properties()) {
                if (columns.put(column.getKey(), column.getValue()) != null) {
                    inside.add("column " + column.getKey() + " is in two layers");
                }
            }
        }
        names.unused();
        VisualizationCheck.check(report, attributes, layers);
        return references;
    }

    private void layer(
            Report report, Map.Entry<String, JsonNode> layer, Names names, JsonNode query) {
        Optional<String> view = names.find(LAYER + layer.getKey(), "index-pattern");
        Fields fields = view.flatMap(context::fields).orElse(null);
        List<Clause> asked = QueryCheck.check(report, query, fields);
        LayerCheck.check(report, layer.getValue(), fields);
        RollUpCheck.check(report, layer.getValue(), fields, asked);
    }

    /** The references of attributes that lie in a panel by value. */
    static List<Reference> references(JsonNode attributes) {
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : attributes.path("references")) {
            references.add(
                    new Reference(
                            reference.path("name").asText(),
                            reference.path("type").asText(),
                            reference.path("id").asText()));
        }
        return references;
    }
}
