package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.NamedUuid;
import io.throughline.kibana.Reference;
import java.util.ArrayList;
import java.util.List;

/** The row of links that every dashboard begins with. */
final class Links {

    private Links() {}

    /** Links to all dashboards of the journey, the time and filters taken along. */
    static Panel panel(AssetIds ids) {
        ArrayNode links = Json.array();
        List<Reference> references = new ArrayList<>();
        add(links, references, "Journey now", ids.now());
        add(links, references, "One stage", ids.stage());
        add(links, references, "Alerts", ids.alerts());
        add(links, references, "Pipeline health", ids.pipeline());
        return new Panel(
                "links",
                "links",
                "",
                null,
                Json.object(
                        "attributes",
                        Json.object("layout", "horizontal", "links", links),
                        "enhancements",
                        Json.object()),
                references);
    }

    private static void add(
            ArrayNode links, List<Reference> references, String label, String dashboard) {
        String id = NamedUuid.of("link/" + dashboard);
        String reference = "link_" + id + "_dashboard";
        links.add(
                Json.object(
                        "id",
                        id,
                        "type",
                        "dashboardLink",
                        "label",
                        label,
                        "order",
                        links.size(),
                        "destinationRefName",
                        reference));
        references.add(new Reference(reference, "dashboard", dashboard));
    }
}
