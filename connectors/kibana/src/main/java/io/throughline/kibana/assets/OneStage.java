package io.throughline.kibana.assets;

import static io.throughline.kibana.assets.DashboardBuilder.Cell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dashboard "One stage": what one chooses there, or comes to it with by a click. */
final class OneStage {

    private final AssetIds ids;
    private final Stages stages;
    private final String path;
    private final String hours;
    private final String feedback;

    OneStage(AssetIds ids, Stages stages) {
        this.ids = ids;
        this.stages = stages;
        this.path = ids.stage() + "/";
        this.hours = Kinds.hours(ids.journey());
        this.feedback = Kinds.of(ids.journey());
    }

    SavedObject build() {
        return new DashboardBuilder(ids.stage())
                .control("Stage", ids.feedback(), "stage")
                .control("Channel", ids.feedback(), "channel")
                .row(4, new Cell(48, Links.panel(ids)))
                .row(13, new Cell(12, net()), new Cell(36, trend()))
                .row(13, new Cell(24, scores()), new Cell(24, labels()))
                .row(14, new Cell(24, channels()), new Cell(12, terms()), new Cell(12, alerted()))
                .row(
                        12,
                        new Cell(
                                48,
                                Panel.search(
                                        "drivers", "What carried its alerts", ids.alertDrivers())))
                .row(20, new Cell(48, Panel.search("verbatims", "Verbatims", ids.verbatims())))
                .row(16, moments())
                .tagged(ids.tag())
                .build(
                        "Throughline: one stage (" + ids.journey() + ")",
                        "Choose a stage above: what is felt there, in which channels, what carried"
                                + " its alerts, the feedback itself, and that of its moments."
                                + " Without a choice it is the"
                                + " whole journey.",
                        "now-14d");
    }

    private Panel net() {
        Layer layer = Layer.of(path + "net", ids.signals());
        String net = layer.formula("Net sentiment", Formulas.NET_SENTIMENT, Formats.whole());
        String n = layer.formula("n", Formulas.LABELLED, Formats.whole());
        return Panel.lens(
                "net",
                "Net sentiment",
                Charts.tile(
                        hours,
                        layer,
                        net,
                        n,
                        Json.object("secondaryPrefix", "n", "showBar", false)));
    }

    private Panel trend() {
        Layer layer = Layer.of(path + "trend", ids.signals());
        String time = layer.dates();
        String net = layer.formula("Net sentiment", Formulas.NET_SENTIMENT, Formats.whole());
        Optional<String> formula = stages.goalFormula();
        ObjectNode lines;
        if (formula.isPresent()) {
            String goal = layer.formula("Goal", formula.get(), Formats.whole());
            lines =
                    Charts.coloured(
                            Charts.part(layer, "line", time, null, net, goal), goal, Charts.BAD);
        } else {
            lines = Charts.part(layer, "line", time, null, net);
        }
        return Panel.lens(
                "trend",
                "Net sentiment and goal over time",
                Charts.xy(hours, List.of(layer), List.of(lines), "Net sentiment"));
    }

    private Panel scores() {
        Layer layer = Layer.of(path + "scores", ids.feedback());
        String score = layer.ranges("Score", "sentiment.score");
        String n = layer.count("Feedback");
        return Panel.lens(
                "scores",
                "Distribution of scores",
                Charts.xy(
                        feedback,
                        List.of(layer),
                        List.of(Charts.part(layer, "bar", score, null, n)),
                        "Feedback"));
    }

    private Panel labels() {
        Layer layer = Layer.of(path + "labels", ids.signals());
        String time = layer.dates();
        List<String> sums = new ArrayList<>();
        for (String label : List.of("negative", "neutral", "positive")) {
            sums.add(layer.figure(label, "sum", label, Formats.whole()));
        }
        ObjectNode bars =
                Charts.part(
                        layer, "bar_percentage_stacked", time, null, sums.toArray(String[]::new));
        Charts.coloured(bars, sums.get(0), Charts.BAD);
        Charts.coloured(bars, sums.get(2), Charts.GOOD);
        return Panel.lens(
                "labels",
                "How it was said over time",
                Charts.xy(hours, List.of(layer), List.of(bars), "Share of feedback"));
    }

    private Panel channels() {
        Layer layer = Layer.of(path + "channels", ids.signals());
        String count = layer.figure("Feedback", "sum", "count", Formats.whole());
        String channel = layer.most("Channel", "channel", 20, count);
        String net = layer.formula("Net sentiment", Formulas.NET_SENTIMENT, Formats.number(1));
        String negative =
                layer.formula(
                        "Negative",
                        "sum(negative) / (sum(count) - sum(abstained))",
                        Formats.percent());
        return Panel.lens(
                "channels", "Channels", Charts.table(hours, layer, channel, net, negative, count));
    }

    /** Counts hours, since the counts of words in a document cannot be told apart by word. */
    private Panel terms() {
        return words(
                Layer.of(path + "terms", ids.signals()),
                "terms",
                "Words, over all channels",
                "Hours among the most said",
                Kinds.hoursOfAllChannels(ids.journey()));
    }

    /** Words of negative feedback that was new when a stage got worse; an alert names eight. */
    private Panel alerted() {
        return words(
                Layer.of(path + "alerted", ids.alertDocuments()),
                "alerted",
                "Words of its drops",
                "Alerts",
                feedback + " and direction: drop");
    }

    private static Panel words(Layer layer, String id, String title, String counted, String query) {
        String count = layer.count(counted);
        String term = layer.most("Word", "terms.term", 25, count);
        return Panel.lens(id, title, Charts.table(query, layer, term, count));
    }

    private Cell[] moments() {
        Panel words =
                Panel.markdown("moments", "Moments of truth and owners", Moments.markdown(stages));
        List<ObjectNode> filters = Moments.filters(stages);
        if (filters.isEmpty()) {
            return new Cell[] {new Cell(48, words)};
        }
        Layer layer = Layer.of(path + "met", ids.feedback());
        String moment = layer.filters("Moment", filters);
        String count = layer.count("Feedback");
        String customers = layer.figure("Customers", "unique_count", "author.key", Formats.whole());
        String net = layer.formula("Net sentiment", Formulas.NET_OF_FEEDBACK, Formats.whole());
        Panel met =
                Panel.lens(
                        "met",
                        "Feedback at its moments",
                        Charts.table(feedback, layer, moment, count, customers, net));
        return new Cell[] {new Cell(24, met), new Cell(24, words)};
    }
}
