package io.throughline.kibana.assets;

import static io.throughline.kibana.assets.DashboardBuilder.Cell;

import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import java.util.List;

/**
 * The dashboard "Alerts": what is open, however long, what there was in the time looked at, and how
 * long customers felt it.
 */
final class AlertsDashboard {

    private final AssetIds ids;
    private final Stages stages;
    private final String path;
    private final String every;

    AlertsDashboard(AssetIds ids, Stages stages) {
        this.ids = ids;
        this.stages = stages;
        this.path = ids.alerts() + "/";
        this.every = Kinds.of(ids.journey());
    }

    SavedObject build() {
        return new DashboardBuilder(ids.alerts())
                .control("Stage", ids.alertDocuments(), "stage")
                .control("Owner", ids.alertDocuments(), "owner")
                .row(4, new Cell(48, Links.panel(ids)))
                .row(
                        8,
                        List.of(
                                number("open", "Open", every + " and not resolvedAt: *")
                                        .ofAllTime(),
                                number(
                                                "waiting",
                                                "Open and not taken up",
                                                every
                                                        + " and not resolvedAt: *"
                                                        + " and not acknowledgedBy: *")
                                        .ofAllTime(),
                                number("fired", "In the time shown", every),
                                recovery()))
                .row(
                        14,
                        new Cell(
                                48,
                                Panel.search("open-list", "Open", ids.openAlerts()).ofAllTime()))
                .row(13, new Cell(24, history()), new Cell(24, byStage()))
                .row(16, new Cell(48, Panel.search("all-list", "History", ids.alertHistory())))
                .tagged(ids.tag())
                .build(
                        "Throughline: alerts (" + ids.journey() + ")",
                        "Open alerts, their history, and the time from onset to felt recovery.",
                        "now-90d");
    }

    private Panel number(String name, String title, String query) {
        Layer layer = Layer.of(path + name, ids.alertDocuments());
        String count = layer.count(title);
        return Panel.lens(name, title, Charts.tile(query, layer, count, null, Json.object()));
    }

    private Panel recovery() {
        Layer layer = Layer.of(path + "recovery", ids.alertDocuments());
        String median =
                layer.figure(
                        "Median time to felt recovery",
                        "median",
                        "recoverySeconds",
                        Formats.seconds());
        return Panel.lens(
                "recovery",
                "Time to felt recovery",
                Charts.tile(every + " and direction: drop", layer, median, null, Json.object()));
    }

    private Panel history() {
        Layer layer = Layer.of(path + "history", ids.alertDocuments());
        String rule = layer.values("Rule", "rule", 10);
        String time = layer.dates();
        String count = layer.count("Alerts");
        return Panel.lens(
                "history",
                "Alerts over time",
                Charts.xy(
                        every,
                        List.of(layer),
                        List.of(Charts.part(layer, "bar_stacked", time, rule, count)),
                        "Alerts"));
    }

    private Panel byStage() {
        Layer layer = Layer.of(path + "by-stage", ids.alertDocuments());
        String stage = layer.filters("Stage", stages.filters());
        String count = layer.count("Alerts");
        String median =
                layer.formula(
                        "Felt recovery of drops, median",
                        Formulas.RECOVERY_MEDIAN,
                        Formats.seconds());
        String longest = layer.formula("Longest", Formulas.RECOVERY_LONGEST, Formats.seconds());
        return Panel.lens(
                        "by-stage",
                        "Stages in order",
                        Charts.table(every, layer, stage, count, median, longest))
                .leadingTo(ids.stage(), "Look at one stage");
    }
}
