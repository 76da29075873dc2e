package io.throughline.channels.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.json.Fields;
import io.throughline.model.FeedbackBuilder;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a post says beside its words; all of it may be absent. */
final class PostFacts {

    /** Codes of X for posts that have no language: links alone, hashtags alone, and so on. */
    private static final Set<String> NO_LANGUAGE =
            Set.of("und", "zxx", "art", "qam", "qct", "qht", "qme", "qst");

    private PostFacts() {}

    /**
     * @param page what the post was taken from
     */
    static void add(JsonNode post, String id, JsonNode page, FeedbackBuilder feedback) {
        Fields.lenientText(post, "lang")
                .filter(tag -> !NO_LANGUAGE.contains(tag))
                .ifPresent(tag -> Languages.set(feedback, tag));
        String user = XPage.userName(page, post).orElse("i");
        feedback.url("https://x.com/" + user + "/status/" + id);
        Fields.extra(feedback, "conversationId", post, "conversation_id");
        for (JsonNode reference : post.path("referenced_tweets")) {
            switch (reference.path("type").asText()) {
                case "replied_to" -> Fields.extra(feedback, "inReplyTo", reference, "id");
                case "quoted" -> Fields.extra(feedback, "quotes", reference, "id");
                default -> {
                    // Reposts are filtered; what X may add to these says nothing about the words.
                }
            }
        }
        JsonNode counts = post.path("public_metrics");
        Fields.extra(feedback, "likeCount", counts, "like_count");
        Fields.extra(feedback, "replyCount", counts, "reply_count");
        Fields.extra(feedback, "retweetCount", counts, "retweet_count");
        Fields.extra(feedback, "quoteCount", counts, "quote_count");
        Fields.extra(feedback, "application", post, "source");
        Fields.extra(feedback, "possiblySensitive", post, "possibly_sensitive");
        JsonNode entities =
                post.path("note_tweet").has("entities")
                        ? post.path("note_tweet").path("entities")
                        : post.path("entities");
        list(feedback, "links", "\n", entities.path("urls"), "expanded_url");
        list(feedback, "tags", ", ", entities.path("hashtags"), "tag");
        list(feedback, "matchingRules", ", ", page.path("matching_rules"), "tag");
        Set<String> countries = new LinkedHashSet<>();
        for (JsonNode country : post.path("withheld").path("country_codes")) {
            countries.add(country.asText());
        }
        feedback.extra("withheldIn", String.join(", ", countries));
    }

    private static void list(
            FeedbackBuilder feedback, String key, String between, JsonNode items, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (JsonNode item : items) {
            Fields.lenientText(item, name).ifPresent(values::add);
        }
        feedback.extra(key, String.join(between, values));
    }
}
