package io.throughline.domain.rollup;

import io.throughline.model.Abstention;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tags by a few words of the text: the least that can stand in for the taggers. */
final class Tagged {

    private Tagged() {}

    static TaggedFeedback of(Feedback feedback) {
        boolean isDelete = feedback.operation() == Operation.DELETE;
        return new TaggedFeedback(
                feedback,
                feedback.occurredAt(),
                isDelete ? null : sentiment(feedback.text()),
                isDelete ? null : stages(feedback.text()),
                0,
                Map.of());
    }

    private static Sentiment sentiment(String text) {
        if (text.contains("bad")) {
            return new Sentiment(SentimentLabel.NEGATIVE, -0.75, 0.9, null, "words", "1");
        }
        if (text.contains("good")) {
            return new Sentiment(SentimentLabel.POSITIVE, 1, 0.9, null, "words", "1");
        }
        return text.contains("fine")
                ? new Sentiment(SentimentLabel.NEUTRAL, 0.123456, 0.5, null, "words", "1")
                : Sentiment.abstained(Abstention.UNSURE, "words", "1");
    }

    private static StageTags stages(String text) {
        List<String> ids = new ArrayList<>();
        for (String stage : List.of("claim", "bill")) {
            if (text.contains(stage)) {
                ids.add(stage);
            }
        }
        List<StageTag> tags =
                ids.stream().map(id -> new StageTag(id, 1.0 / ids.size(), 0.8)).toList();
        return new StageTags(tags, tags.isEmpty() ? Abstention.UNSURE : null, "words", "map", 1);
    }
}
