package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import java.util.Map;
import java.util.Set;

/**
 * A data view: of an index that there is, by a time that there is, its fields shown as they can be.
 */
final class DataViewCheck {

    private static final Map<String, Set<String>> FORMATS =
            Map.of(
                    "number", Set.of("number"),
                    "percent", Set.of("number"),
                    "bytes", Set.of("number"),
                    "duration", Set.of("number"),
                    "url", Set.of("string", "number"),
                    "static_lookup", Set.of("string", "number", "boolean"));

    private DataViewCheck() {}

    static void check(Report report, SavedObject object, Context context) {
        JsonNode attributes = object.attributes();
        JsonNode formats =
                attributes.has("fieldFormatMap")
                        ? report.parsed(attributes, "fieldFormatMap")
                        : Json.object();
        for (String json : new String[] {"fields", "fieldAttrs", "runtimeFieldMap"}) {
            if (attributes.has(json) && !report.parsed(attributes, json).isEmpty()) {
                report.add(json + " is not empty: scripts and lists of fields are not used");
            }
        }
        String title = attributes.path("title").asText();
        context.fieldsOf(title)
                .ifPresentOrElse(
                        fields -> fields(report, attributes, formats, fields),
                        () -> report.add("no template makes an index or alias '" + title + "'"));
    }

    private static void fields(
            Report report, JsonNode attributes, JsonNode formats, Fields fields) {
        String time = attributes.path("timeFieldName").asText();
        if (!fields.kind(time).equals("date")) {
            report.add("timeFieldName '" + time + "' is no date");
        }
        for (Map.Entry<String, JsonNode> format : formats.properties()) {
            String kind = fields.kind(format.getKey());
            String id = format.getValue().path("id").asText();
            if (!FORMATS.getOrDefault(id, Set.of()).contains(kind)) {
                report.add(format.getKey() + ", a '" + kind + "', cannot be shown as " + id);
            }
        }
    }
}
