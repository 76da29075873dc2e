package io.throughline.channels.touchpoints;

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
 * Responses of the US government's Touchpoints: the customer experience export as CSV or by
 * the API's {@code cx_responses}, and the responses of forms, as CSV or by the API. One response is
 * one feedback.
 */
public final class TouchpointsMapper implements RecordMapper {

    @Override
    public String name() {
        return "touchpoints";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        if (!document.isObject()) {
            throw new RejectedException(FailureReason.MALFORMED, "this is no page of responses");
        }
        JsonNode data = document.path("data");
        if (data.isObject()) {
            return List.of(data);
        }
        if (document.has("attributes") || document.has("question_1")) {
            return List.of(document);
        }
        if (!document.has("data")) {
            throw new RejectedException(FailureReason.MALFORMED, "there is no 'data' in it");
        }
        try {
            return Fields.items(document, "data");
        } catch (RejectedException e) {
            throw new RejectedException(FailureReason.MALFORMED, "'data' is no list");
        }
    }

    @Override
    public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
        String type = Fields.lenientText(record, "type").orElse("");
        JsonNode attributes =
                record.has("attributes") && !record.path("attributes").isNull()
                        ? Fields.object(record, "attributes").orElse(record)
                        : record;
        boolean survey = type.equals("cx_responses") || attributes.has("question_1");
        if (type.isEmpty() || survey || type.equals("submissions")) {
            return survey
                    ? new CxResponse(record, attributes, envelope, context).map()
                    : new Submission(attributes, envelope, context).map();
        }
        throw new RejectedException(FailureReason.UNSUPPORTED, "type is no kind of response");
    }
}
