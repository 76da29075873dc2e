package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.NamedUuid;
import io.throughline.kibana.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * Something on a dashboard, not yet placed.
 *
 * @param name of it on its dashboard; its id comes from this
 * @param type as Kibana names it, such as {@code lens}
 * @param title above it; empty for none
 * @param reference name under which a saved object is shown by reference; null when by value
 * @param config what the kind of panel wants
 * @param references of the panel alone, without its id before their names
 */
record Panel(
        String name,
        String type,
        String title,
        String reference,
        ObjectNode config,
        List<Reference> references) {

    /** Longer than anything stays open. */
    private static final int YEARS = 10;

    Panel {
        references = List.copyOf(references);
    }

    static Panel lens(String name, String title, Lens lens) {
        return new Panel(
                name,
                "lens",
                title,
                null,
                Json.object("attributes", lens.attributes(), "enhancements", Json.object()),
                lens.references());
    }

    /** Words in Markdown. */
    static Panel markdown(String name, String title, String markdown) {
        return new Panel(
                name,
                "visualization",
                title,
                null,
                Json.object(
                        "enhancements",
                        Json.object(),
                        "savedVis",
                        Json.object(
                                "id",
                                "",
                                "title",
                                "",
                                "description",
                                "",
                                "type",
                                "markdown",
                                "params",
                                Json.object(
                                        "fontSize",
                                        12,
                                        "openLinksInNewTab",
                                        false,
                                        "markdown",
                                        markdown),
                                "uiState",
                                Json.object(),
                                "data",
                                Json.object(
                                        "aggs",
                                        Json.array(),
                                        "searchSource",
                                        Json.object(
                                                "query",
                                                Json.object("query", "", "language", "kuery"),
                                                "filter",
                                                Json.array())))),
                List.of());
    }

    /** The documents of a saved search. */
    static Panel search(String name, String title, String search) {
        String reference = "panel_" + NamedUuid.of(name);
        return new Panel(
                name,
                "search",
                title,
                reference,
                Json.object("enhancements", Json.object()),
                List.of(new Reference(reference, "search", search)));
    }

    /** The same, whatever time the dashboard looks at. */
    Panel ofAllTime() {
        ObjectNode with = config.deepCopy();
        with.set("timeRange", Json.object("from", "now-" + YEARS + "y", "to", "now"));
        return new Panel(name, type, title, reference, with, references);
    }

    /** The same, and who clicks a value is taken to that dashboard, with it as a filter. */
    Panel leadingTo(String dashboard, String words) {
        String event = NamedUuid.of(name + "/leads to/" + dashboard);
        ObjectNode action =
                Json.object(
                        "factoryId",
                        "DASHBOARD_TO_DASHBOARD_DRILLDOWN",
                        "name",
                        words,
                        "config",
                        Json.object(
                                "openInNewTab",
                                false,
                                "useCurrentDateRange",
                                true,
                                "useCurrentFilters",
                                true));
        ObjectNode with = config.deepCopy();
        with.set(
                "enhancements",
                Json.object(
                        "dynamicActions",
                        Json.object(
                                "events",
                                Json.array(
                                        Json.object(
                                                "eventId",
                                                event,
                                                "triggers",
                                                Json.array("FILTER_TRIGGER"),
                                                "action",
                                                action)))));
        List<Reference> all = new ArrayList<>(references);
        all.add(
                new Reference(
                        "drilldown:DASHBOARD_TO_DASHBOARD_DRILLDOWN:" + event + ":dashboardId",
                        "dashboard",
                        dashboard));
        return new Panel(name, type, title, reference, with, all);
    }
}
