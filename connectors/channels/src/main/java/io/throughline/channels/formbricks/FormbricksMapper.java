package io.throughline.channels.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.json.RecordedRequest;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Responses of Formbricks surveys: the events {@code responseCreated}, {@code responseUpdated} and
 * {@code responseFinished} of its webhooks, which are revisions of one response; responses as its
 * API lists them; and records of its Hub, a field each.
 */
public final class FormbricksMapper implements RecordMapper {

    private static final Set<String> RESPONSE_EVENTS =
            Set.of("responseCreated", "responseUpdated", "responseFinished");
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z_.-]{1,60}");

    @Override
    public String name() {
        return "formbricks";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        JsonNode body = RecordedRequest.bodyOf(document);
        if (!body.isObject()) {
            throw new RejectedException(FailureReason.MALFORMED, "this is no response");
        }
        JsonNode data = body.path("data");
        if (body.has("event") || isResponse(body) || isHubRecord(body)) {
            return List.of(body);
        }
        if (data.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            StreamSupport.stream(data.spliterator(), false).forEach(items::add);
            return items;
        }
        return data.isObject() && isResponse(data) ? List.of(data) : List.of(body);
    }

    private static boolean isResponse(JsonNode node) {
        return node.has("surveyId") || node.has("finished");
    }

    private static boolean isHubRecord(JsonNode node) {
        return node.has("submission_id") || node.has("field_id");
    }

    @Override
    public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
        if (isHubRecord(record)) {
            return new HubRecord(record, envelope, context).map();
        }
        if (!record.has("event") && isResponse(record)) {
            return new Response(record, envelope, context).map();
        }
        String event = Fields.requiredText(record, "event").strip();
        if (event.equals("testEndpoint")) {
            return new Outcome.Filtered("test");
        }
        if (!RESPONSE_EVENTS.contains(event)) {
            throw new RejectedException(
                    FailureReason.UNSUPPORTED,
                    "event "
                            + (SHOWN.matcher(event).matches() ? "'" + event + "' " : "")
                            + "is no event of a response");
        }
        JsonNode response =
                Fields.object(record, "data").orElseThrow(() -> RejectedException.missing("data"));
        return new Response(response, envelope, context).map();
    }
}
