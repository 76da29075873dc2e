package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import java.util.List;

/** The data views: one for each alias or index, the same for every journey. */
final class DataViews {

    static final String FEEDBACK = "throughline-cx-feedback";
    static final String SIGNALS = "throughline-cx-signals";
    static final String ALERTS = "throughline-cx-alerts";
    static final String DEAD_LETTERS = "throughline-cx-dead-letters";

    private static final String VERSION = "8.0.0";

    private DataViews() {}

    static List<SavedObject> all() {
        return List.of(
                view(
                        FEEDBACK,
                        "cx-feedback",
                        "Throughline: feedback",
                        "occurredAt",
                        Json.object(
                                "sentiment.confidence", percent(),
                                "url", link(),
                                "sentiment.score", number("0.00"))),
                view(
                        SIGNALS,
                        "cx-signals",
                        "Throughline: signals",
                        "windowStart",
                        Json.object(
                                "health.bytes",
                                Json.object("id", "bytes"),
                                "health.lagSeconds",
                                seconds(),
                                "job.watermarkDelaySeconds",
                                seconds())),
                view(
                        ALERTS,
                        "cx-alerts",
                        "Throughline: alerts",
                        "firedAt",
                        Json.object(
                                "recoverySeconds", seconds(),
                                "budgetSeconds", seconds(),
                                "verbatims.url", link())),
                view(
                        DEAD_LETTERS,
                        "cx-dead-letters",
                        "Throughline: dead letters",
                        "observedAt",
                        Json.object("size", Json.object("id", "bytes"))));
    }

    private static SavedObject view(
            String id, String title, String name, String timeField, ObjectNode formats) {
        return new SavedObject(
                "index-pattern",
                id,
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
                        name,
                        "runtimeFieldMap",
                        "{}",
                        "sourceFilters",
                        "[]",
                        "timeFieldName",
                        timeField,
                        "title",
                        title),
                List.of(),
                VERSION);
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
