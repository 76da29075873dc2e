package io.throughline.kibana.assets;

import io.throughline.kibana.Json;
import io.throughline.kibana.Reference;
import io.throughline.kibana.SavedObject;
import java.util.List;

/** Saved searches: the documents themselves, newest first. */
final class Searches {

    private static final String VERSION = "10.5.0";
    private static final String INDEX = "kibanaSavedObjectMeta.searchSourceJSON.index";
    private static final int LINES = 4;

    private Searches() {}

    static List<SavedObject> of(AssetIds ids) {
        String journey = Kinds.of(ids.journey());
        return List.of(
                search(
                        ids,
                        ids.verbatims(),
                        "Throughline: verbatims (" + ids.journey() + ")",
                        "Feedback in the customers' words, redacted, newest first.",
                        ids.feedback(),
                        journey,
                        List.of("stage", "channel", "sentiment.label", "sentiment.score", "text")),
                search(
                        ids,
                        ids.openAlerts(),
                        "Throughline: open alerts (" + ids.journey() + ")",
                        "Alerts that have not ended, newest first.",
                        ids.alertDocuments(),
                        journey + " and not resolvedAt: *",
                        List.of(
                                "stageName",
                                "rule",
                                "state",
                                "onset",
                                "expected",
                                "observed",
                                "n",
                                "owner",
                                "acknowledgedBy",
                                "resolution")),
                search(
                        ids,
                        ids.alertHistory(),
                        "Throughline: alert history (" + ids.journey() + ")",
                        "Every alert, newest first.",
                        ids.alertDocuments(),
                        journey,
                        List.of(
                                "stageName",
                                "rule",
                                "state",
                                "onset",
                                "resolvedAt",
                                "recoverySeconds",
                                "owner")),
                search(
                        ids,
                        ids.alertDrivers(),
                        "Throughline: what carried the alerts (" + ids.journey() + ")",
                        "Channels of each alert, most telling first, with what each adds to the"
                                + " change; and the words used more than before, with log-odds in"
                                + " standard errors.",
                        ids.alertDocuments(),
                        journey,
                        List.of(
                                "stageName",
                                "direction",
                                "onset",
                                "expected",
                                "observed",
                                "drivers.channel",
                                "drivers.contribution",
                                "terms.term",
                                "terms.logOdds")));
    }

    private static SavedObject search(
            AssetIds ids,
            String id,
            String title,
            String description,
            DataView view,
            String query,
            List<String> columns) {
        return new SavedObject(
                "search",
                id,
                Json.object(
                        "title",
                        title,
                        "description",
                        description,
                        "columns",
                        columns,
                        "sort",
                        Json.array(List.of(view.timeField(), "desc")),
                        "grid",
                        Json.object(),
                        "hideChart",
                        true,
                        "isTextBasedQuery",
                        false,
                        "timeRestore",
                        false,
                        "rowHeight",
                        LINES,
                        "kibanaSavedObjectMeta",
                        Json.object(
                                "searchSourceJSON",
                                Json.text(
                                        Json.object(
                                                "query",
                                                Json.object("query", query, "language", "kuery"),
                                                "filter",
                                                Json.array(),
                                                "indexRefName",
                                                INDEX)))),
                List.of(
                        new Reference(INDEX, "index-pattern", view.id()),
                        new Reference("tag-" + ids.tag(), "tag", ids.tag())),
                VERSION);
    }
}
