package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.NamedUuid;
import io.throughline.kibana.Reference;
import io.throughline.kibana.SavedObject;
import java.util.ArrayList;
import java.util.List;

/** Puts panels on a dashboard, row by row from the top, and collects what they refer to. */
final class DashboardBuilder {

    /** Columns of Kibana's grid. */
    static final int WIDTH = 48;

    /** In this version panels and controls are JSON as text; Kibana 8.17 and later read it. */
    private static final String VERSION = "10.2.0";

    private final String id;
    private final ArrayNode panels = Json.array();
    private final ObjectNode controls = Json.object();
    private final List<Reference> references = new ArrayList<>();
    private int top;

    DashboardBuilder(String id) {
        this.id = id;
    }

    /** A row of panels of equal width, which together are as wide as the dashboard. */
    DashboardBuilder row(int height, List<Panel> inOrder) {
        int share = WIDTH / inOrder.size();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            boolean last = i == inOrder.size() - 1;
            cells.add(new Cell(last ? WIDTH - share * i : share, inOrder.get(i)));
        }
        return row(height, cells.toArray(Cell[]::new));
    }

    /** A row of panels, from the left. */
    DashboardBuilder row(int height, Cell... cells) {
        int left = 0;
        for (Cell cell : cells) {
            add(cell.panel(), left, cell.width(), height);
            left += cell.width();
        }
        top += height;
        return this;
    }

    /**
     * A panel and the columns it takes.
     *
     * @param width 1 to 48
     */
    record Cell(int width, Panel panel) {}

    private void add(Panel panel, int left, int width, int height) {
        String index = NamedUuid.of(id + "/" + panel.name());
        ObjectNode json =
                Json.object(
                        "type",
                        panel.type(),
                        "title",
                        panel.title(),
                        "panelIndex",
                        index,
                        "gridData",
                        Json.object("x", left, "y", top, "w", width, "h", height, "i", index),
                        "embeddableConfig",
                        panel.config());
        if (panel.reference() != null) {
            json.put("panelRefName", panel.reference());
        }
        panels.add(json);
        for (Reference reference : panel.references()) {
            references.add(
                    new Reference(
                            index + ":" + reference.name(), reference.type(), reference.id()));
        }
    }

    /** A list of values to choose from, above the panels. */
    DashboardBuilder control(String title, DataView view, String field) {
        String control = NamedUuid.of(id + "/control/" + field);
        controls.set(
                control,
                Json.object(
                        "type",
                        "optionsListControl",
                        "order",
                        controls.size(),
                        "grow",
                        true,
                        "width",
                        "medium",
                        "explicitInput",
                        Json.object(
                                "id",
                                control,
                                "dataViewId",
                                view.id(),
                                "fieldName",
                                field,
                                "title",
                                title,
                                "searchTechnique",
                                "wildcard",
                                "selectedOptions",
                                Json.array(),
                                "sort",
                                Json.object("by", "_count", "direction", "desc"))));
        references.add(
                new Reference(
                        "controlGroup_" + control + ":optionsListDataView",
                        "index-pattern",
                        view.id()));
        return this;
    }

    DashboardBuilder tagged(String tag) {
        references.add(new Reference("tag-" + tag, "tag", tag));
        return this;
    }

    SavedObject build(String title, String description, String from) {
        ObjectNode attributes =
                Json.object(
                        "title",
                        title,
                        "description",
                        description,
                        "panelsJSON",
                        Json.text(panels),
                        "optionsJSON",
                        Json.text(
                                Json.object(
                                        "useMargins",
                                        true,
                                        "syncColors",
                                        false,
                                        "syncCursor",
                                        true,
                                        "syncTooltips",
                                        false,
                                        "hidePanelTitles",
                                        false)),
                        "kibanaSavedObjectMeta",
                        Json.object(
                                "searchSourceJSON",
                                Json.text(
                                        Json.object(
                                                "query",
                                                Json.object("query", "", "language", "kuery"),
                                                "filter",
                                                Json.array()))),
                        "timeRestore",
                        true,
                        "timeFrom",
                        from,
                        "timeTo",
                        "now",
                        "refreshInterval",
                        Json.object("pause", false, "value", 60_000),
                        "version",
                        3);
        if (!controls.isEmpty()) {
            attributes.set("controlGroupInput", controlGroup());
        }
        return new SavedObject("dashboard", id, attributes, references, VERSION);
    }

    private ObjectNode controlGroup() {
        return Json.object(
                "chainingSystem",
                "HIERARCHICAL",
                "controlStyle",
                "oneLine",
                "showApplySelections",
                false,
                "ignoreParentSettingsJSON",
                Json.text(
                        Json.object(
                                "ignoreFilters",
                                false,
                                "ignoreQuery",
                                false,
                                "ignoreTimerange",
                                false,
                                "ignoreValidations",
                                false)),
                "panelsJSON",
                Json.text(controls));
    }
}
