package io.throughline.channels.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.FailureReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a document of X apart into posts. {@code data} is a list in a search and an object in a
 * stream; the authors and the rules that matched stand beside it, and are put into each post as
 * {@code author} and {@code matching_rules}, so that a post is mapped by itself.
 *
 * <p>A page that found nothing has no {@code data} and is no record. An answer that says why there
 * is none (too many requests, a stream that is connected already) is a problem document, not a
 * page.
 */
final class XPage {

    private XPage() {}

    static List<JsonNode> records(JsonNode document) {
        JsonNode data = document.path("data");
        if (data.isArray()) {
            return posts(document, data);
        }
        if (data.isObject()) {
            return List.of(post(data, document, authors(document)));
        }
        if (data.isMissingNode()) {
            if (document.path("meta").isObject()) {
                return List.of();
            }
            if (isDisconnect(document) || isPost(document)) {
                return List.of(document);
            }
        }
        boolean problem = document.has("title") || document.has("errors");
        throw new RejectedException(
                FailureReason.MALFORMED,
                problem
                        ? "this is a report of a problem, not a page of posts"
                        : "there is neither 'data' nor 'meta' in it");
    }

    /** The server's goodbye on a stream. */
    static boolean isDisconnect(JsonNode document) {
        for (JsonNode error : document.path("errors")) {
            if (error.has("disconnect_type")
                    || error.path("title").asText().equals("operational-disconnect")) {
                return !document.has("data");
            }
        }
        return false;
    }

    private static boolean isPost(JsonNode document) {
        return document.has("id") && document.has("text");
    }

    private static List<JsonNode> posts(JsonNode document, JsonNode data) {
        if (isRules(data)) {
            throw new RejectedException(
                    FailureReason.UNSUPPORTED, "these are the rules of a stream, not posts");
        }
        Map<String, JsonNode> authors = authors(document);
        List<JsonNode> posts = new ArrayList<>(data.size());
        for (JsonNode post : data) {
            posts.add(post(post, document, authors));
        }
        return posts;
    }

    private static boolean isRules(JsonNode data) {
        for (JsonNode item : data) {
            if (!item.has("value") || item.has("text")) {
                return false;
            }
        }
        return !data.isEmpty();
    }

    private static Map<String, JsonNode> authors(JsonNode document) {
        Map<String, JsonNode> authors = new HashMap<>();
        for (JsonNode user : document.path("includes").path("users")) {
            Fields.lenientText(user, "id").ifPresent(id -> authors.put(id, user));
        }
        return authors;
    }

    private static JsonNode post(JsonNode post, JsonNode document, Map<String, JsonNode> authors) {
        if (!(post instanceof ObjectNode fields)) {
            return post;
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll(fields);
        JsonNode author = authors.get(post.path("author_id").asText());
        if (author != null) {
            whole.set("author", author);
        }
        if (document.has("matching_rules")) {
            whole.set("matching_rules", document.path("matching_rules"));
        }
        return whole;
    }
}
