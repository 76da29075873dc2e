package io.throughline.channels.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * A request in binary mode that was written down, {@code {"headers": {…}, "body": …}}, as an event
 * in structured form. One in structured mode is its body.
 */
final class RecordedEvent {

    private static final String PREFIX = "ce-";

    private RecordedEvent() {}

    static JsonNode of(JsonNode request) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        request.path("headers")
                .properties()
                .forEach(
                        header -> {
                            String name = header.getKey().toLowerCase(Locale.ROOT);
                            if (name.startsWith(PREFIX)) {
                                event.set(name.substring(PREFIX.length()), header.getValue());
                            } else if (name.equals("content-type")) {
                                event.set("datacontenttype", header.getValue());
                            }
                        });
        if (!event.has("specversion")) {
            return request.get("body");
        }
        event.set("data", request.get("body"));
        return event;
    }
}
