package io.throughline.channels.transcribe;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import io.throughline.model.FeedbackBuilder;
import java.util.ArrayList;
import java.util.List;

/** What Amazon found out about a call beside its words; all of it may be absent. */
final class CallFacts {

    private CallFacts() {}

    static void add(JsonNode call, FeedbackBuilder feedback) {
        JsonNode facts = call.path("ConversationCharacteristics");
        JsonNode sentiment = facts.path("Sentiment").path("OverallSentiment");
        extra(feedback, "customerSentiment", sentiment, "CUSTOMER");
        extra(feedback, "agentSentiment", sentiment, "AGENT");
        extra(feedback, "durationMs", facts, "TotalConversationDurationMillis");
        extra(feedback, "nonTalkMs", facts.path("NonTalkTime"), "TotalTimeMillis");
        extra(feedback, "interruptions", facts.path("Interruptions"), "TotalCount");
        List<String> categories = new ArrayList<>();
        for (JsonNode category : call.path("Categories").path("MatchedCategories")) {
            if (category.isTextual()) {
                categories.add(category.asText());
            }
        }
        feedback.extra("categories", String.join(", ", categories));
        feedback.extra("issues", String.join("\n", issues(call.path("Transcript"))));
    }

    private static void extra(FeedbackBuilder feedback, String key, JsonNode parent, String name) {
        Fields.lenientText(parent, name).ifPresent(value -> feedback.extra(key, value));
    }

    /**
     * The marked parts of the customer's turns; marks that lie outside the text are passed over.
     */
    private static List<String> issues(JsonNode transcript) {
        List<String> issues = new ArrayList<>();
        for (JsonNode turn : transcript) {
            String content = turn.path("Content").asText("");
            boolean customer = turn.path("ParticipantRole").asText("").equalsIgnoreCase("CUSTOMER");
            for (JsonNode issue : customer ? turn.path("IssuesDetected") : List.<JsonNode>of()) {
                JsonNode offsets = issue.path("CharacterOffsets");
                int begin = offsets.path("Begin").asInt(-1);
                int end = offsets.path("End").asInt(-1);
                if (begin >= 0 && begin < end && end <= content.length()) {
                    issues.add(content.substring(begin, end));
                }
            }
        }
        return issues;
    }
}
