package io.throughline.channels.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.FailureReason;
import java.util.List;

/** Pages of lists. */
final class Pages {

    private Pages() {}

    /**
     * The items of a page.
     *
     * @throws RejectedException {@code MALFORMED} when they are no list
     */
    static List<JsonNode> items(JsonNode page, String name) {
        try {
            return Fields.items(page, name);
        } catch (RejectedException e) {
            throw new RejectedException(FailureReason.MALFORMED, "'" + name + "' is no list");
        }
    }
}
