package io.throughline.channels.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.generic.GenericRecord;
import io.throughline.channels.generic.Surroundings;
import io.throughline.channels.json.Fields;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * One event in structured form.
 *
 * <p>{@code source} and {@code id} together name an event, so the natural id is the source and,
 * after a {@code #}, the id the data has of itself, which stays the same when it is edited, else
 * the event's. A type that ends in {@code deleted} or {@code removed} takes the feedback back.
 *
 * <p>Extras: {@code ceType}, {@code ceSubject} and what {@link GenericRecord} leaves over.
 */
final class EventMapper implements RecordMapper {

    private static final String VERSION = "1.0";
    private static final Pattern DELETING = Pattern.compile("(?i)(.*[^a-z])?(deleted|removed)");

    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        boolean request = document.path("headers").isObject() && document.has("body");
        JsonNode body = request ? RecordedEvent.of(document) : document;
        if (body.isArray()) {
            return StreamSupport.stream(body.spliterator(), false).toList();
        }
        return List.of(body);
    }

    @Override
    public Outcome map(JsonNode event, RawEnvelope envelope, MapContext context) {
        String version = Fields.requiredText(event, "specversion").strip();
        if (!version.equals(VERSION)) {
            throw new RejectedException(FailureReason.UNSUPPORTED, "specversion is not " + VERSION);
        }
        String id = attribute(event, "id");
        String source = attribute(event, "source");
        String type = attribute(event, "type");
        Instant time =
                Fields.text(event, "time")
                        .filter(text -> !text.isBlank())
                        .map(text -> Moments.iso("time", text, envelope))
                        .orElse(null);
        Map<String, String> extras = new TreeMap<>();
        extras.put("ceType", type);
        Fields.lenientText(event, "subject").ifPresent(text -> extras.put("ceSubject", text));
        boolean deletes = DELETING.matcher(type).matches();
        Optional<JsonNode> data = EventData.of(event);
        if (data.isEmpty() && !deletes) {
            throw RejectedException.missing("data");
        }
        return new GenericRecord(
                        data.orElseGet(JsonNodeFactory.instance::objectNode),
                        envelope,
                        context,
                        new Surroundings(source + "#", id, time, deletes, extras))
                .map();
    }

    /** Attributes that must be there are texts, and no numbers. */
    private static String attribute(JsonNode event, String name) {
        return Fields.words(event, name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> RejectedException.missing(name));
    }
}
