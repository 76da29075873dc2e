package io.throughline.local.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.model.Tally;

/** A summary as one JSON object. */
public final class SummaryJson {

    private static final double TENTHS = 10;
    private static final double TEN_THOUSANDTHS = 10_000;

    private SummaryJson() {}

    public static ObjectNode of(Summary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode channels = json.putObject("channels");
        summary.channels().forEach(tally -> tally(channels.putObject(tally.channel()), tally));
        ObjectNode stages = json.putObject("stages");
        summary.stages()
                .forEach(
                        (id, stage) ->
                                stages.putObject(id)
                                        .put("count", stage.count())
                                        .put("netSentiment", round(stage.netSentiment(), TENTHS))
                                        .put(
                                                "meanScore",
                                                round(stage.meanScore(), TEN_THOUSANDTHS)));
        ObjectNode documents = json.putObject("documents");
        summary.documents().forEach(documents::put);
        return json.put("firstSearchableSeconds", round(summary.firstSearchableSeconds(), TENTHS))
                .put("seconds", round(summary.seconds(), TENTHS))
                .put("peakMemoryBytes", summary.peakMemoryBytes());
    }

    private static void tally(ObjectNode json, Tally tally) {
        json.put("received", tally.received())
                .put("tagged", tally.tagged())
                .put("duplicates", tally.duplicates())
                .put("superseded", tally.superseded())
                .put("deleted", tally.deleted())
                .put("filtered", tally.filtered())
                .put("deadLettered", tally.deadLettered());
    }

    private static double round(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
