package io.throughline.kibana.assets;

import static io.throughline.kibana.assets.DashboardBuilder.Cell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.SavedObject;
import java.util.List;

/** The dashboard "Pipeline health": whether what is shown elsewhere is fresh and complete. */
final class PipelineHealth {

    private final AssetIds ids;
    private final String path;

    PipelineHealth(AssetIds ids) {
        this.ids = ids;
        this.path = ids.pipeline() + "/";
    }

    SavedObject build() {
        return new DashboardBuilder(ids.pipeline())
                .row(4, new Cell(48, Links.panel(ids)))
                .row(13, new Cell(24, throughput()), new Cell(24, incoming()))
                .row(13, new Cell(24, backlog()), new Cell(24, delay()))
                .row(13, new Cell(24, share()), new Cell(24, cost()))
                .row(14, new Cell(24, letters()), new Cell(24, sources()))
                .row(14, new Cell(48, ChannelHealth.panel(ids, path)))
                .tagged(ids.tag())
                .build(
                        "Throughline: pipeline health (" + ids.journey() + ")",
                        "Throughput, lag, watermark delay, dead letters by reason, and what the"
                                + " tagging costs; of all journeys that these jobs work for.",
                        "now-24h");
    }

    private Panel throughput() {
        Layer layer = signals("throughput");
        String job = layer.values("Job", "job.name", 10);
        String time = layer.dates();
        String sum = layer.figure("Records", "sum", "job.records", Formats.whole());
        return lines("throughput", "Records taken in by job", Kinds.JOBS, layer, time, job, sum);
    }

    private Panel incoming() {
        Layer layer = signals("incoming");
        String sum = layer.figure("Envelopes", "sum", "job.records", Formats.whole());
        String source = layer.most("Channel", "job.source", 10, sum);
        String time = layer.dates();
        return lines(
                "incoming",
                "Envelopes by channel",
                Kinds.INGEST_BY_CHANNEL,
                layer,
                time,
                source,
                sum);
    }

    private Panel backlog() {
        Layer layer = signals("backlog");
        String job = layer.values("Job", "job.name", 10);
        String time = layer.dates();
        String most = layer.figure("Waiting", "max", "job.backlogRecords", Formats.whole());
        return lines("backlog", "Lag: records that wait", Kinds.JOBS, layer, time, job, most);
    }

    private Panel delay() {
        Layer layer = signals("delay");
        String job = layer.values("Job", "job.name", 10);
        String time = layer.dates();
        String most = layer.figure("Behind", "max", "job.watermarkDelaySeconds", Formats.seconds());
        return lines("delay", "Watermark delay", Kinds.JOBS, layer, time, job, most);
    }

    private Panel share() {
        Layer layer = signals("share");
        String time = layer.dates();
        String share =
                layer.formula("Share of the teacher", Formulas.TEACHER_SHARE, Formats.percent());
        return lines(
                "share", "Tagger: share of the teacher", Kinds.TAGGING, layer, time, null, share);
    }

    private Panel cost() {
        Layer layer = signals("cost");
        String time = layer.dates();
        String cost = layer.formula("CPU ms a feedback", Formulas.TAGGING_COST, Formats.number(2));
        return lines("cost", "Tagger: cost", Kinds.TAGGING, layer, time, null, cost);
    }

    private Panel letters() {
        Layer layer = Layer.of(path + "letters", ids.deadLetters());
        String count = layer.count("Dead letters");
        String reason = layer.most("Reason", "reason", 10, count);
        String time = layer.dates();
        ObjectNode bars = Charts.part(layer, "bar_stacked", time, reason, count);
        return Panel.lens(
                "letters",
                "Dead letters by reason",
                Charts.xy("", List.of(layer), List.of(bars), "Dead letters"));
    }

    private Panel sources() {
        Layer layer = Layer.of(path + "sources", ids.deadLetters());
        String count = layer.count("Dead letters");
        String reason = layer.most("Reason", "reason", 20, count);
        String source = layer.most("Channel", "source", 20, count);
        String latest = layer.latest("Latest", "observedAt");
        return Panel.lens(
                "sources",
                "Where they come from",
                Charts.table("", layer, reason, source, count, latest));
    }

    private static Panel lines(
            String name,
            String title,
            String query,
            Layer layer,
            String time,
            String split,
            String value) {
        return Panel.lens(
                name,
                title,
                Charts.xy(
                        query,
                        List.of(layer),
                        List.of(Charts.part(layer, "line", time, split, value)),
                        title));
    }

    private Layer signals(String name) {
        return Layer.of(path + name, ids.signals());
    }
}
