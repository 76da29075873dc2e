package io.throughline.channels.generic;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.json.RecordedRequest;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Feedback of a system that has no channel of its own, posted as JSON under usual names; see {@link
 * GenericRecord}. One record, a list of them, or an object with a list of them such as {@code
 * {"responses": […]}}.
 */
public final class WebhookMapper implements RecordMapper {

    private static final Set<String> LISTS =
            Set.of(
                    "records",
                    "items",
                    "data",
                    "responses",
                    "feedback",
                    "feedbacks",
                    "reviews",
                    "results",
                    "events",
                    "entries",
                    "surveys");
    private static final Set<String> TESTS =
            Set.of("ping", "test", "webhook.test", "webhook.ping", "endpoint.test");

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        JsonNode body = RecordedRequest.bodyOf(document);
        if (body.isArray()) {
            return StreamSupport.stream(body.spliterator(), false).toList();
        }
        if (!body.isObject()) {
            throw new RejectedException(FailureReason.MALFORMED, "this is no JSON object");
        }
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            boolean list = LISTS.contains(FieldNames.plain(field.getKey()));
            if (list && field.getValue().isArray() && !isRecord(body)) {
                return StreamSupport.stream(field.getValue().spliterator(), false).toList();
            }
        }
        return List.of(body);
    }

    /** A record may hold lists itself; an id tells it from what is only around some. */
    private static boolean isRecord(JsonNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (FieldNames.ID.contains(FieldNames.plain(field.getKey()))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
        String event =
                Fields.lenientText(record, "event")
                        .or(() -> Fields.lenientText(record, "type"))
                        .orElse("");
        if (TESTS.contains(event.strip().toLowerCase(Locale.ROOT))) {
            return new Outcome.Filtered("test");
        }
        return new GenericRecord(record, envelope, context, Surroundings.NONE).map();
    }
}
