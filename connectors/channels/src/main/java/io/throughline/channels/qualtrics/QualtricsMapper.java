package io.throughline.channels.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.List;

/**
 * Responses exported from Qualtrics: CSV with its three header rows (names, question texts, import
 * ids), or JSON. One response is one feedback; previews, tests and spam are filtered, partial
 * responses are not.
 */
public final class QualtricsMapper implements RecordMapper {

    private volatile Known known;

    @Override
    public String name() {
        return "qualtrics";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        if (document.has("values") || document.has("responseId")) {
            return List.of(document);
        }
        if (!document.has("responses")) {
            throw new RejectedException(FailureReason.MALFORMED, "there is no 'responses' in it");
        }
        try {
            return Fields.items(document, "responses");
        } catch (RejectedException e) {
            throw new RejectedException(FailureReason.MALFORMED, "'responses' is no list");
        }
    }

    @Override
    public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
        JsonNode page = context.page().root();
        if (envelope.headers().containsKey(RawEnvelope.CSV_HEADER) && page.has("header")) {
            return new Response(columns(page), record, record.path("none"), envelope, context)
                    .map();
        }
        JsonNode values =
                Fields.object(record, "values")
                        .orElseThrow(() -> RejectedException.missing("values"));
        return new Response(
                        Columns.ofValues(values), values, record.path("labels"), envelope, context)
                .map();
    }

    /** Rows of a file come one after the other. */
    private Columns columns(JsonNode page) {
        Known latest = known;
        if (latest == null || latest.page() != page) {
            latest = new Known(page, Columns.of(page));
            known = latest;
        }
        return latest.columns();
    }

    private record Known(JsonNode page, Columns columns) {}
}
