package io.throughline.channels.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import io.throughline.model.FeedbackBuilder;

/** What a post or a comment says beside its words; all of it may be absent. */
final class ThingFacts {

    private ThingFacts() {}

    static void add(JsonNode data, boolean comment, FeedbackBuilder feedback) {
        feedback.extra("kind", comment ? "comment" : "post");
        Fields.extra(feedback, "subreddit", data, "subreddit");
        Fields.extra(feedback, "score", data, "score");
        if (comment) {
            Fields.extra(feedback, "inReplyTo", data, "parent_id");
            Fields.extra(feedback, "post", data, "link_id");
            return;
        }
        Fields.extra(feedback, "commentCount", data, "num_comments");
        Fields.extra(feedback, "flair", data, "link_flair_text");
        Fields.extra(feedback, "crosspostOf", data, "crosspost_parent");
        Fields.extra(feedback, "adult", data, "over_18");
        if (!data.path("is_self").asBoolean(false)) {
            Fields.extra(feedback, "link", data, "url");
        }
    }
}
