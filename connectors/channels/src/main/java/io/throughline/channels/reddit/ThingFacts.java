package io.throughline.channels.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import io.throughline.model.FeedbackBuilder;

/** What a post or a comment says beside its words; all of it may be absent. */
final class ThingFacts {

    private ThingFacts() {}

    static void add(JsonNode data, boolean comment, FeedbackBuilder feedback) {
        feedback.extra("kind", comment ? "comment" : "post");
        extra(feedback, "subreddit", data, "subreddit");
        extra(feedback, "score", data, "score");
        if (comment) {
            extra(feedback, "inReplyTo", data, "parent_id");
            extra(feedback, "post", data, "link_id");
            return;
        }
        extra(feedback, "commentCount", data, "num_comments");
        extra(feedback, "flair", data, "link_flair_text");
        extra(feedback, "crosspostOf", data, "crosspost_parent");
        extra(feedback, "adult", data, "over_18");
        if (!data.path("is_self").asBoolean(false)) {
            extra(feedback, "link", data, "url");
        }
    }

    private static void extra(FeedbackBuilder feedback, String key, JsonNode data, String name) {
        Fields.lenientText(data, name).ifPresent(value -> feedback.extra(key, value));
    }
}
