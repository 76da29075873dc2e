package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import java.util.List;

/** The data views: one for each alias or index. Stages are shown in the customer's words. */
final class DataViews {

    private static final String VERSION = "8.0.0";

    private final AssetIds ids;
    private final Stages stages;

    DataViews(AssetIds ids, Stages stages) {
        this.ids = ids;
        this.stages = stages;
    }

    List<SavedObject> all() {
        return List.of(feedback(), signals(), alerts(), deadLetters());
    }

    private SavedObject feedback() {
        ObjectNode formats =
                Json.object(
                        "stage",
                        names(),
                        "sentiment.score",
                        number("0.00"),
                        "sentiment.confidence",
                        percent(),
                        "url",
                        link());
        return view(ids.feedback(), "cx-feedback", "feedback", formats);
    }

    private SavedObject signals() {
        ObjectNode formats =
                Json.object(
                        "stage",
                        names(),
                        "watch.stage",
                        names(),
                        "health.bytes",
                        bytes(),
                        "health.lagSeconds",
                        seconds(),
                        "job.watermarkDelaySeconds",
                        seconds());
        return view(ids.signals(), "cx-signals", "signals", formats);
    }

    private SavedObject alerts() {
        ObjectNode formats =
                Json.object(
                        "stage",
                        names(),
                        "recoverySeconds",
                        seconds(),
                        "budgetSeconds",
                        seconds(),
                        "expected",
                        number("0.00"),
                        "observed",
                        number("0.00"),
                        "drivers.expected",
                        number("0.00"),
                        "drivers.observed",
                        number("0.00"),
                        "drivers.contribution",
                        number("0.000"),
                        "terms.logOdds",
                        number("0.0"),
                        "verbatims.url",
                        link());
        return view(ids.alertDocuments(), "cx-alerts", "alerts", formats);
    }

    private SavedObject deadLetters() {
        return view(
                ids.deadLetters(), "cx-dead-letters", "dead letters", Json.object("size", bytes()));
    }

    private SavedObject view(DataView view, String index, String what, ObjectNode formats) {
        return new SavedObject(
                "index-pattern",
                view.id(),
                Json.object(
                        "allowHidden",
                        false,
                        "fieldAttrs",
                        "{}",
                        "fieldFormatMap",
                        Json.text(formats),
                        "fields",
                        "[]",
                        "name",
                        "Throughline: " + what + " (" + ids.journey() + ")",
                        "runtimeFieldMap",
                        "{}",
                        "sourceFilters",
                        "[]",
                        "timeFieldName",
                        view.timeField(),
                        "title",
                        index),
                List.of(),
                VERSION);
    }

    /** The customer's words for a stage's id. */
    private ObjectNode names() {
        List<ObjectNode> entries =
                stages.labels().entrySet().stream()
                        .map(entry -> Json.object("key", entry.getKey(), "value", entry.getValue()))
                        .toList();
        return Json.object("id", "static_lookup", "params", Json.object("lookupEntries", entries));
    }

    private static ObjectNode bytes() {
        return Json.object("id", "bytes");
    }

    private static ObjectNode percent() {
        return Json.object("id", "percent", "params", Json.object("pattern", "0.0%"));
    }

    private static ObjectNode number(String pattern) {
        return Json.object("id", "number", "params", Json.object("pattern", pattern));
    }

    private static ObjectNode link() {
        return Json.object("id", "url", "params", Json.object("type", "a"));
    }

    private static ObjectNode seconds() {
        return Json.object(
                "id",
                "duration",
                "params",
                Json.object(
                        "inputFormat",
                        "seconds",
                        "outputFormat",
                        "humanizePrecise",
                        "outputPrecision",
                        1,
                        "includeSpaceWithSuffix",
                        true,
                        "useShortSuffix",
                        true));
    }
}
