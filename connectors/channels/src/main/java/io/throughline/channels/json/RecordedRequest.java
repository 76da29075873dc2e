package io.throughline.channels.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A webhook's request written down as a whole: an object of {@code headers} and {@code body}, which
 * is how documentation and tools that replay webhooks show them.
 */
public final class RecordedRequest {

    private RecordedRequest() {}

    /** The body where the document is such a request, else the document. */
    public static JsonNode bodyOf(JsonNode document) {
        boolean request =
                document.isObject()
                        && document.path("headers").isObject()
                        && document.has("body")
                        && !document.has("id")
                        && !document.has("type");
        return request ? document.get("body") : document;
    }
}
