package io.throughline.channels.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import io.throughline.model.FeedbackBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What Genesys says about a call beside its words; all of it may be absent. */
final class CallFacts {

    private CallFacts() {}

    static void add(JsonNode leg, List<JsonNode> transcripts, FeedbackBuilder feedback) {
        Fields.extra(feedback, "mediaType", leg, "mediaType");
        Fields.extra(feedback, "durationMs", leg.path("duration"), "milliseconds");
        Fields.extra(feedback, "recordingId", leg, "recordingId");
        Set<String> queues = new LinkedHashSet<>();
        for (JsonNode participant : leg.path("participants")) {
            Fields.lenientText(participant, "queueId").ifPresent(queues::add);
        }
        feedback.extra("queues", String.join(", ", queues));
        Set<String> topics = new LinkedHashSet<>();
        for (JsonNode transcript : transcripts) {
            for (JsonNode topic : transcript.path("analytics").path("topics")) {
                Fields.lenientText(topic, "topicName").ifPresent(topics::add);
            }
        }
        feedback.extra("topics", String.join(", ", topics));
    }
}
