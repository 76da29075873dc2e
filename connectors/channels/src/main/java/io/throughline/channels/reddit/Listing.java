package io.throughline.channels.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.RejectedException;
import io.throughline.model.FailureReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a listing apart into things. A comment holds the listing of its replies, which are things
 * of their own and come after it; a page of comments is a list of two listings, the post and the
 * comments.
 */
final class Listing {

    private Listing() {}

    static List<JsonNode> things(JsonNode document) {
        if (isListing(document)) {
            List<JsonNode> things = new ArrayList<>();
            add(document, things);
            return things;
        }
        if (document.has("kind") && !document.path("kind").asText().equals("Listing")) {
            List<JsonNode> things = new ArrayList<>();
            addThing(document, things);
            return things;
        }
        throw new RejectedException(
                FailureReason.MALFORMED,
                document.has("error")
                        ? "this is a report of a problem, not a listing"
                        : "there is no list of children in it");
    }

    private static boolean isListing(JsonNode node) {
        return node.path("kind").asText().equals("Listing")
                && node.path("data").path("children").isArray();
    }

    private static void add(JsonNode listing, List<JsonNode> things) {
        for (JsonNode child : listing.path("data").path("children")) {
            addThing(child, things);
        }
    }

    private static void addThing(JsonNode thing, List<JsonNode> things) {
        JsonNode replies = thing.path("data").path("replies");
        if (!isListing(replies)) {
            things.add(thing);
            return;
        }
        ObjectNode data = ((ObjectNode) thing.path("data")).objectNode();
        data.setAll((ObjectNode) thing.path("data"));
        data.remove("replies");
        ObjectNode alone = data.objectNode();
        alone.setAll((ObjectNode) thing);
        alone.set("data", data);
        things.add(alone);
        add(replies, things);
    }
}
