package io.throughline.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Channel;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicHistoryTest {

    @Test
    void theLastTagsOfAFeedbackHoldInAllOfItsStages() throws IOException {
        try (SortedHistory history = new SortedHistory()) {
            TopicHistory.add(history, tagged("a", 1, SentimentLabel.NEGATIVE, "claim"));
            TopicHistory.add(history, tagged("a", 2, SentimentLabel.POSITIVE, "claim", "quote"));
            TopicHistory.add(history, tagged("b", 1, SentimentLabel.NEGATIVE, "claim", "quote"));
            TopicHistory.add(history, deleted("b", 2));
            assertThat(Items.all(history))
                    .extracting(HistoryItem::stage, HistoryItem::label)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("claim", 2),
                            org.assertj.core.groups.Tuple.tuple("quote", 2));
            assertThat(history.size()).isEqualTo(2);
            assertThat(history.superseded()).isEqualTo(1);
            assertThat(history.deleted()).isEqualTo(2);
        }
    }

    private static TaggedFeedback tagged(
            String id, long revision, SentimentLabel label, String... stages) {
        return new TaggedFeedback(
                feedback(id, revision).text("made up").build(),
                Items.BEGIN,
                new Sentiment(label, 0, 0.9, null, "engine", "model"),
                new StageTags(
                        List.of(stages).stream()
                                .map(stage -> new StageTag(stage, 1.0 / stages.length, 0.9))
                                .toList(),
                        null,
                        "engine",
                        "map",
                        1),
                TaggedFeedback.generation(1, 1),
                Map.of());
    }

    private static TaggedFeedback deleted(String id, long revision) {
        return new TaggedFeedback(
                feedback(id, revision).operation(Operation.DELETE).build(),
                Items.BEGIN,
                null,
                null,
                TaggedFeedback.generation(1, TaggedFeedback.MAX_SEQUENCE),
                Map.of());
    }

    private static FeedbackBuilder feedback(String id, long revision) {
        return new FeedbackBuilder(Channel.WEB, "survey", id)
                .revision(revision)
                .occurredAt(Items.BEGIN)
                .observedAt(Items.BEGIN);
    }
}
