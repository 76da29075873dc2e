package io.throughline.channels.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event of the compliance stream: what became of a post or an account. It is an object whose one
 * field is the kind of event.
 *
 * @param kind such as {@code delete}
 * @param postId null when the event is about an account
 */
record ComplianceEvent(String kind, String postId) {

    private static final Set<String> REMOVING = Set.of("delete", "drop");
    private static final Set<String> KINDS =
            Set.of("delete", "drop", "undrop", "withheld", "tweet_edit", "scrub_geo");

    static Optional<ComplianceEvent> of(JsonNode data) {
        if (data.has("id") || data.has("text")) {
            return Optional.empty();
        }
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            String kind = field.getKey();
            if (field.getValue().isObject() && (KINDS.contains(kind) || kind.startsWith("user_"))) {
                JsonNode post = field.getValue().path("tweet");
                return Optional.of(
                        new ComplianceEvent(
                                kind, post.isObject() ? Fields.requiredText(post, "id") : null));
            }
        }
        return Optional.empty();
    }

    /** Whether a post must no longer be shown. */
    boolean removes() {
        return postId != null && REMOVING.contains(kind);
    }
}
