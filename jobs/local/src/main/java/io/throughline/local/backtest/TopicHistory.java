package io.throughline.local.backtest;

import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Contributions;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.TaggedFeedback;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What an installation has tagged, as a history: of each feedback what holds now, in every stage
 * that it was tagged with.
 */
public final class TopicHistory {

    private TopicHistory() {}

    /**
     * Reads the topic from its begin to its end.
     *
     * @param listener is told how many records were read
     */
    public static History read(KafkaSettings kafka, HistoryReader.Listener listener) {
        SortedHistory history = new SortedHistory();
        long[] read = new long[1];
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(
                    Topics.TAGGED,
                    record -> {
                        add(history, Codecs.TAGGED_FEEDBACK.decode(record.value()));
                        listener.read(++read[0]);
                    });
        }
        return new History(history, List.of());
    }

    static void add(SortedHistory history, TaggedFeedback tagged) {
        Feedback feedback = tagged.feedback();
        long revision = tagged.documentVersion();
        if (feedback.operation() == Operation.DELETE) {
            history.delete(feedback.id(), revision);
            return;
        }
        try {
            history.add(
                    feedback.id(),
                    Contributions.of(tagged).stream().map(one -> item(one, feedback)).toList(),
                    revision);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HistoryItem item(Contribution contribution, Feedback feedback) {
        return new HistoryItem(
                feedback.id(),
                feedback.occurredAt(),
                contribution.stage(),
                contribution.channel(),
                contribution.label(),
                contribution.scoreMicros(),
                contribution.author(),
                contribution.traits().journeyVersion(),
                contribution.traits().model(),
                contribution.traits().language(),
                contribution.traits().rating(),
                feedback.text(),
                feedback.url());
    }
}
