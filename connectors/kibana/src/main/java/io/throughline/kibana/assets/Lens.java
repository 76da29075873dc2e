package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.Reference;
import java.util.List;

/**
 * A Lens chart that lies in its dashboard by value.
 *
 * @param type of the chart, such as {@code lnsXY}
 * @param query in Kibana's language, what it keeps to
 * @param visualization what the columns are shown as
 */
record Lens(String type, String query, List<Layer> layers, ObjectNode visualization) {

    Lens {
        layers = List.copyOf(layers);
    }

    /** One a layer: by this name Lens finds the layer's data view. */
    List<Reference> references() {
        return layers.stream()
                .map(
                        layer ->
                                new Reference(
                                        "indexpattern-datasource-layer-" + layer.id(),
                                        "index-pattern",
                                        layer.view().id()))
                .toList();
    }

    ObjectNode attributes() {
        ObjectNode byId = Json.object();
        layers.forEach(layer -> byId.set(layer.id(), layer.json()));
        return Json.object(
                "title",
                "",
                "type",
                "lens",
                "visualizationType",
                type,
                "references",
                references(),
                "state",
                Json.object(
                        "visualization",
                        visualization,
                        "query",
                        Json.object("query", query, "language", "kuery"),
                        "filters",
                        Json.array(),
                        "datasourceStates",
                        Json.object(
                                "formBased",
                                Json.object("layers", byId),
                                "textBased",
                                Json.object("layers", Json.object())),
                        "internalReferences",
                        Json.array(),
                        "adHocDataViews",
                        Json.object()));
    }
}
