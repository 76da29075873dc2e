package io.throughline.channels.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.FailureReason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A document of X. {@code data} is a list of posts in a search and one post in a stream; their
 * authors and the rules that matched stand beside it.
 *
 * <p>A page that found nothing has no {@code data} and is no record. An answer that says why there
 * is none (too many requests, a stream that is connected already) is a problem document, not a
 * page.
 */
final class XPage {

    private static final Pattern USER_NAME = Pattern.compile("\\w{1,20}");

    private XPage() {}

    static List<JsonNode> records(JsonNode document) {
        JsonNode data = document.path("data");
        if (data.isArray()) {
            if (isRules(data)) {
                throw new RejectedException(
                        FailureReason.UNSUPPORTED, "these are the rules of a stream, not posts");
            }
            return StreamSupport.stream(data.spliterator(), false).toList();
        }
        if (data.isObject()) {
            return List.of(data);
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

    /** The name of a post's author, of which its address is made; empty when the page has none. */
    static Optional<String> userName(JsonNode page, JsonNode post) {
        String author = post.path("author_id").asText();
        for (JsonNode user : page.path("includes").path("users")) {
            if (user.path("id").asText().equals(author)) {
                return Fields.lenientText(user, "username")
                        .filter(name -> USER_NAME.matcher(name).matches());
            }
        }
        return Optional.empty();
    }

    private static boolean isPost(JsonNode document) {
        return document.has("id") && document.has("text");
    }

    private static boolean isRules(JsonNode data) {
        for (JsonNode item : data) {
            if (!item.has("value") || item.has("text")) {
                return false;
            }
        }
        return !data.isEmpty();
    }
}
