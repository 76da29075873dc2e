package io.throughline.channels.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import io.throughline.model.FeedbackBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * What Amazon found out about a conversation beside its words, in the fields that Transcribe Call
 * Analytics and Contact Lens have in common; all of it may be absent. Scores are from -5 to 5.
 */
public final class AmazonFacts {

    private AmazonFacts() {}

    /** Adds them to the extras. */
    public static void add(JsonNode document, FeedbackBuilder feedback) {
        JsonNode facts = document.path("ConversationCharacteristics");
        JsonNode overall = facts.path("Sentiment").path("OverallSentiment");
        JsonNode sentiment =
                overall.has("DetailsByParticipantRole")
                        ? overall.path("DetailsByParticipantRole")
                        : overall;
        Fields.extra(feedback, "customerSentiment", sentiment, "CUSTOMER");
        Fields.extra(feedback, "agentSentiment", sentiment, "AGENT");
        Fields.extra(feedback, "durationMs", facts, "TotalConversationDurationMillis");
        Fields.extra(feedback, "nonTalkMs", facts.path("NonTalkTime"), "TotalTimeMillis");
        Fields.extra(feedback, "interruptions", facts.path("Interruptions"), "TotalCount");
        List<String> categories = new ArrayList<>();
        for (JsonNode category : document.path("Categories").path("MatchedCategories")) {
            if (category.isTextual()) {
                categories.add(category.asText());
            }
        }
        feedback.extra("categories", String.join(", ", categories));
    }

    /**
     * The part of a turn that is marked; null when the marks are none or lie outside the text.
     *
     * @param content the turn's text
     * @param offsets has the first character and the one after the last
     */
    public static String marked(String content, JsonNode offsets, String begin, String end) {
        int from = offsets.path(begin).asInt(-1);
        int to = offsets.path(end).asInt(-1);
        return from >= 0 && from < to && to <= content.length()
                ? content.substring(from, to)
                : null;
    }
}
