package io.throughline.channels.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.json.Fields;
import io.throughline.model.FeedbackBuilder;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a post says beside its words; all of it may be absent. The language is the first that its
 * author's program names. A long address is shown shortened in the text, so links are listed whole.
 */
final class PostFacts {

    private PostFacts() {}

    static void add(JsonNode post, FeedbackBuilder feedback) {
        Set<String> languages = texts(post.path("langs"));
        if (!languages.isEmpty()) {
            Languages.set(feedback, languages.iterator().next());
        }
        if (languages.size() > 1) {
            feedback.extra("languages", String.join(", ", languages));
        }
        Fields.extra(feedback, "inReplyTo", post.path("reply").path("parent"), "uri");
        Fields.extra(feedback, "threadRoot", post.path("reply").path("root"), "uri");
        JsonNode embed = post.path("embed");
        JsonNode quoted = embed.path("record");
        Fields.extra(
                feedback, "quotes", quoted.has("record") ? quoted.path("record") : quoted, "uri");

        Set<String> links = new LinkedHashSet<>();
        Set<String> tags = new LinkedHashSet<>();
        for (JsonNode facet : post.path("facets")) {
            for (JsonNode feature : facet.path("features")) {
                Fields.lenientText(feature, "uri").ifPresent(links::add);
                Fields.lenientText(feature, "tag").ifPresent(tags::add);
            }
        }
        Fields.lenientText(embed.path("external"), "uri").ifPresent(links::add);
        Fields.lenientText(embed.path("media").path("external"), "uri").ifPresent(links::add);
        tags.addAll(texts(post.path("tags")));
        feedback.extra("links", String.join("\n", links));
        feedback.extra("tags", String.join(", ", tags));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode item : list) {
            if (item.isTextual() && !item.asText().isBlank()) {
                texts.add(item.asText().strip());
            }
        }
        return texts;
    }
}
