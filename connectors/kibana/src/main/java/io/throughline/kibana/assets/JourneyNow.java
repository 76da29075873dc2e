package io.throughline.kibana.assets;

import static io.throughline.kibana.assets.DashboardBuilder.Cell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.journey.Stage;
import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dashboard "Journey now": every stage as customers meet them, left to right. */
final class JourneyNow {

    /** Tiles that fit beside each other and can still be read. */
    private static final int TILES = 8;

    private static final String DRILL = "Look at one stage";

    private final AssetIds ids;
    private final Stages stages;
    private final String path;
    private final String hours;

    JourneyNow(AssetIds ids, Stages stages) {
        this.ids = ids;
        this.stages = stages;
        this.path = ids.now() + "/";
        this.hours = Kinds.hours(ids.journey());
    }

    SavedObject build() {
        DashboardBuilder dashboard =
                new DashboardBuilder(ids.now()).row(4, new Cell(48, Links.panel(ids)));
        tiles(dashboard);
        return dashboard
                .row(13, new Cell(24, goals()), new Cell(24, table()))
                .row(16, new Cell(24, heat()), new Cell(24, trend()))
                .row(
                        9,
                        new Cell(10, newest()),
                        new Cell(10, counted()),
                        new Cell(28, ChannelHealth.panel(ids, path)))
                .control("Channel", ids.feedback(), "channel")
                .tagged(ids.tag())
                .build(
                        "Throughline: journey now (" + ids.journey() + ")",
                        "Net sentiment of each stage of the journey, in the customer's words,"
                                + " against its goal.",
                        "now-7d");
    }

    private void tiles(DashboardBuilder dashboard) {
        List<Panel> tiles = new ArrayList<>();
        stages.all().forEach(stage -> tiles.add(tile(stage)));
        int rows = (tiles.size() + TILES - 1) / TILES;
        int each = (tiles.size() + rows - 1) / rows;
        for (int i = 0; i < tiles.size(); i += each) {
            dashboard.row(8, tiles.subList(i, Math.min(i + each, tiles.size())));
        }
    }

    private Panel tile(Stage stage) {
        Layer layer = layer("tile/" + stage.id());
        String net = layer.formula("Net sentiment", Formulas.NET_SENTIMENT, Formats.whole());
        String n = layer.formula("n", Formulas.LABELLED, Formats.whole());
        String goal = stage.goalNetSentiment() == null ? "no goal" : "goal " + Stages.goal(stage);
        ObjectNode more =
                Json.object(
                        "subtitle",
                        goal + " · " + Words.label(stage.owner()),
                        "secondaryPrefix",
                        "n",
                        "showBar",
                        false,
                        "palette",
                        Palettes.byGoal(stage.goalNetSentiment()));
        return Panel.lens(
                "tile/" + stage.id(),
                stages.label(stage),
                Charts.tile(hours + " and " + Stages.is(stage), layer, net, n, more));
    }

    /** Bars against the line of goals, which are given for each stage. */
    private Panel goals() {
        Layer bars = layer("goals/bars");
        String stage = bars.filters("Stage", stages.filters());
        String net = bars.formula("Net sentiment", Formulas.NET_SENTIMENT, Formats.whole());
        List<Layer> layers = new ArrayList<>(List.of(bars));
        List<ObjectNode> parts =
                new ArrayList<>(List.of(Charts.part(bars, "bar", stage, null, net)));
        Optional<String> formula = stages.goalFormula();
        if (formula.isPresent()) {
            Layer line = layer("goals/line");
            String of = line.filters("Stage", stages.filters());
            String goal = line.formula("Goal", formula.get(), Formats.whole());
            layers.add(line);
            parts.add(Charts.coloured(Charts.part(line, "line", of, null, goal), goal, Charts.BAD));
        }
        return Panel.lens(
                        "goals",
                        "Net sentiment and goal by stage",
                        Charts.xy(hours, layers, parts, "Net sentiment"))
                .leadingTo(ids.stage(), DRILL);
    }

    private Panel table() {
        Layer layer = layer("table");
        List<String> columns = new ArrayList<>();
        columns.add(layer.filters("Stage", stages.filters()));
        columns.add(layer.formula("Net sentiment", Formulas.NET_SENTIMENT, Formats.number(1)));
        stages.goalFormula()
                .ifPresent(goal -> columns.add(layer.formula("Goal", goal, Formats.whole())));
        columns.add(layer.formula("n", Formulas.LABELLED, Formats.whole()));
        columns.add(
                layer.formula("No sentiment", "sum(abstained) / sum(count)", Formats.percent()));
        return Panel.lens(
                        "table",
                        "Stages in order",
                        Charts.table(hours, layer, columns.toArray(String[]::new)))
                .leadingTo(ids.stage(), DRILL);
    }

    private Panel heat() {
        Layer layer = layer("heat");
        String stage = layer.filters("Stage", stages.filters());
        String channel = layer.values("Channel", "channel", 20);
        String net = layer.formula("Net sentiment", Formulas.NET_SENTIMENT, Formats.whole());
        return Panel.lens(
                        "heat",
                        "Net sentiment by stage and channel",
                        Charts.heat(hours, layer, channel, stage, net))
                .leadingTo(ids.stage(), DRILL);
    }

    private Panel trend() {
        Layer layer = layer("trend");
        String stage = layer.filters("Stage", stages.filters());
        String time = layer.dates();
        String net = layer.formula("Net sentiment", Formulas.NET_SENTIMENT, Formats.whole());
        ObjectNode lines = Charts.part(layer, "line", time, stage, net);
        return Panel.lens(
                "trend",
                "Net sentiment over time",
                Charts.xy(hours, List.of(layer), List.of(lines), "Net sentiment"));
    }

    private Panel newest() {
        Layer layer = Layer.unfiltered(path + "newest", ids.feedback());
        String time = layer.latest("Newest feedback", "occurredAt");
        return Panel.lens(
                "newest",
                "Newest feedback",
                Charts.tile(Kinds.of(ids.journey()), layer, time, null, Json.object()));
    }

    private Panel counted() {
        Layer layer = Layer.unfiltered(path + "counted", ids.signals());
        String time = layer.latest("Counted up to", "windowEnd");
        String query = Kinds.of(ids.journey()) + " and windowSeconds: 60";
        return Panel.lens(
                "counted", "Counted up to", Charts.tile(query, layer, time, null, Json.object()));
    }

    private Layer layer(String name) {
        return Layer.of(path + name, ids.signals());
    }
}
