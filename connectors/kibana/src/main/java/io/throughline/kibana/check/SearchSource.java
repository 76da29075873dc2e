package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.SavedObject;

/** What a saved object searches by: a query, filters, and in a search the data view by its name. */
final class SearchSource {

    private SearchSource() {}

    /** The fields of the data view that is searched; null where none is named or known. */
    static Fields check(Report report, SavedObject object, Names names, Context context) {
        JsonNode source =
                report.parsed(
                        object.attributes().path("kibanaSavedObjectMeta"), "searchSourceJSON");
        Fields fields =
                source.has("indexRefName")
                        ? names.find(source.path("indexRefName").asText(), "index-pattern")
                                .flatMap(context::fields)
                                .orElse(null)
                        : null;
        QueryCheck.check(report, source.path("query"), fields);
        for (JsonNode filter : source.path("filter")) {
            JsonNode name = filter.at("/meta/indexRefName");
            if (name.isTextual()) {
                names.find(name.textValue(), "index-pattern");
            }
        }
        return fields;
    }
}
