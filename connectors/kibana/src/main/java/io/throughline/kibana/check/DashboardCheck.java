package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.SavedObject;
import java.util.HashSet;
import java.util.Set;

/** A dashboard: its grid, its panels, its controls, and every reference among them. */
final class DashboardCheck {

    private DashboardCheck() {}

    static void check(Report report, SavedObject object, Context context) {
        JsonNode attributes = object.attributes();
        Names names = new Names(object.references(), report);
        names.tags();
        SearchSource.check(report, object, names, context);
        report.parsed(attributes, "optionsJSON");
        JsonNode panels = report.parsed(attributes, "panelsJSON");
        GridCheck.check(report, panels);
        PanelCheck check = new PanelCheck(context, names);
        Set<String> seen = new HashSet<>();
        for (JsonNode panel : panels) {
            String index = panel.path("panelIndex").asText();
            if (index.isEmpty() || !seen.add(index)) {
                report.add("panelIndex '" + index + "' is empty or there twice");
            }
            check.check(report.at("panel " + name(panel, index)), panel, index);
        }
        if (attributes.has("controlGroupInput")) {
            ControlCheck.check(report, attributes.path("controlGroupInput"), names, context);
        }
        names.unused();
        boolean fixedTime = attributes.path("timeRestore").asBoolean();
        if (fixedTime && !(attributes.has("timeFrom") && attributes.has("timeTo"))) {
            report.add("timeRestore without timeFrom and timeTo");
        }
    }

    private static String name(JsonNode panel, String index) {
        String title = panel.path("title").asText();
        return title.isEmpty() ? index : "'" + title + "'";
    }
}
