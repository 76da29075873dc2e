package io.throughline.channels.transcribe;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.transcript.AmazonFacts;
import io.throughline.model.FeedbackBuilder;
import java.util.ArrayList;
import java.util.List;

/** What Amazon found out about a call beside its words; all of it may be absent. */
final class CallFacts {

    private CallFacts() {}

    static void add(JsonNode call, FeedbackBuilder feedback) {
        AmazonFacts.add(call, feedback);
        feedback.extra("issues", String.join("\n", issues(call.path("Transcript"))));
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
                String marked =
                        AmazonFacts.marked(content, issue.path("CharacterOffsets"), "Begin", "End");
                if (marked != null) {
                    issues.add(marked);
                }
            }
        }
        return issues;
    }
}
