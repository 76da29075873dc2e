package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.SavedObject;
import java.util.List;

/** A saved search: its columns and its order are fields of its data view. */
final class SearchCheck {

    private SearchCheck() {}

    static void check(Report report, SavedObject object, Context context) {
        Names names = new Names(object.references(), report);
        names.tags();
        Fields fields = SearchSource.check(report, object, names, context);
        names.unused();
        if (object.attributes().path("columns").isEmpty()) {
            report.add("has no columns");
        }
        if (fields == null) {
            report.add("searches no data view that is known");
            return;
        }
        for (JsonNode column : object.attributes().path("columns")) {
            if (!fields.has(column.asText())) {
                report.add("no field '" + column.asText() + "'");
            }
        }
        for (JsonNode sort : object.attributes().path("sort")) {
            if (!fields.aggregatable(sort.path(0).asText())) {
                report.add("cannot be sorted by '" + sort.path(0).asText() + "'");
            }
            if (!List.of("asc", "desc").contains(sort.path(1).asText())) {
                report.add("no direction: " + sort.path(1).asText());
            }
        }
    }
}
