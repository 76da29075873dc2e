package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where a click in a panel leads: to another dashboard, by a reference named after the event. */
final class DrilldownCheck {

    private static final String TO_DASHBOARD = "DASHBOARD_TO_DASHBOARD_DRILLDOWN";

    private DrilldownCheck() {}

    static void check(Report report, JsonNode config, String index, Names names) {
        for (JsonNode event : config.at("/enhancements/dynamicActions/events")) {
            report.oneOf(event.path("action"), "factoryId", List.of(TO_DASHBOARD));
            if (!event.path("triggers").path(0).asText().equals("FILTER_TRIGGER")) {
                report.add("a drilldown that no click on a value starts");
            }
            names.find(
                    index
                            + ":drilldown:"
                            + TO_DASHBOARD
                            + ":"
                            + event.path("eventId").asText()
                            + ":dashboardId",
                    "dashboard");
        }
    }
}
